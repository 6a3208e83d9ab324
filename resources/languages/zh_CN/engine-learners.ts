<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>engine-learners</name>
    <message>
        <source>{0} is not a list of widths; write for example 40-40 or 256-128-64-64</source>
        <translation>{0} 不是宽度的列表；请写成例如 40-40 或 256-128-64-64</translation>
    </message>
    <message>
        <source>{0} is one block, and the features are those of the last two</source>
        <translation>{0} 只有一个块，而特征取自最后两个块</translation>
    </message>
</context>
</TS>
