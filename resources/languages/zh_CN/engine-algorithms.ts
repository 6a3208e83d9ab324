<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>engine-algorithms</name>
    <message>
        <source>{0} heads need as many memory slots; there are {1}</source>
        <translation>{0} 个读写头至少需要同样多的记忆槽；现有 {1} 个</translation>
    </message>
    <message>
        <source>{0} scales, shifts and gates the channels of normalization layers, and there are none; choose layer, group or batch, or switch off algorithm.film and algorithm.gates</source>
        <translation>{0} 对归一化层的通道做缩放、平移和门控，而这里没有归一化层；请选择“层归一化”“组归一化”或“批归一化”，或关闭 algorithm.film 和 algorithm.gates</translation>
    </message>
</context>
</TS>
