<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>engine-algorithms</name>
    <message>
        <source>{0} heads need as many memory slots; there are {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} scales, shifts and gates the channels of normalization layers, and there are none; choose layer, group or batch, or switch off algorithm.film and algorithm.gates</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
