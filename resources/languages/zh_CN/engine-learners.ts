<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>engine-learners</name>
    <message>
        <source>layers are written out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a list of widths; write for example 40-40 or 256-128-64-64</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is one block, and the features are those of the last two</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
