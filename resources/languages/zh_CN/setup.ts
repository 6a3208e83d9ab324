<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>setup</name>
    <message>
        <source>Choose: {what}</source>
        <translation>选择：{what}</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Range: {range}</source>
        <translation>范围：{range}</translation>
    </message>
    <message>
        <source>Default: {value}</source>
        <translation>默认：{value}</translation>
    </message>
    <message>
        <source>Empty: {meaning}</source>
        <translation>留空：{meaning}</translation>
    </message>
    <message>
        <source>Source: {paper}</source>
        <translation>来源：{paper}</translation>
    </message>
    <message>
        <source>{setting}, on a logarithmic scale</source>
        <translation>{setting}，对数刻度</translation>
    </message>
    <message>
        <source>More: F1</source>
        <translation>更多：F1</translation>
    </message>
    <message>
        <source>More about {what}</source>
        <translation>了解 {what}</translation>
    </message>
    <message>
        <source>Section {title}</source>
        <translation>{title}部分</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>Back to {value}</source>
        <translation>恢复为 {value}</translation>
    </message>
    <message>
        <source>Reset {setting} to {value}</source>
        <translation>将{setting}恢复为 {value}</translation>
    </message>
    <message>
        <source>Vary {setting}…</source>
        <translation>扫描{setting}…</translation>
    </message>
    <message>
        <source>Back to the preset</source>
        <translation>恢复预设</translation>
    </message>
    <message>
        <source>Back to the preset: take back every change</source>
        <translation>恢复预设：撤销所有更改</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>查找设置项</translation>
    </message>
    <message>
        <source>No setting by that name.</source>
        <translation>没有这个名称的设置项。</translation>
    </message>
    <message>
        <source>Ready-made experiments, with the published figure each aims at</source>
        <translation>现成的实验，以及各自对标的已发表数值</translation>
    </message>
    <message>
        <source>Preset: {title}, changed</source>
        <translation>预设：{title}，已更改</translation>
    </message>
    <message>
        <source>Preset: {title}</source>
        <translation>预设：{title}</translation>
    </message>
    <message>
        <source>Search presets</source>
        <translation>搜索预设</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Presets: {group}</source>
        <translation>预设：{group}</translation>
    </message>
    <message>
        <source>Choose a preset</source>
        <translation>选择预设</translation>
    </message>
    <message>
        <source>Normalization:</source>
        <translation>归一化：</translation>
    </message>
    <message>
        <source>Published:</source>
        <translation>已发表：</translation>
    </message>
    <message>
        <source>{out} of 1 combination cannot run and are left out:</source>
        <translation>1 种组合中有 {out} 种无法运行，已略去：</translation>
    </message>
    <message>
        <source>{out} of {n} combinations cannot run and are left out:</source>
        <translation>{n} 种组合中有 {out} 种无法运行，已略去：</translation>
    </message>
    <message>
        <source>Vary settings</source>
        <translation>参数扫描</translation>
    </message>
    <message>
        <source>Name of the sweep</source>
        <translation>扫描的名称</translation>
    </message>
    <message>
        <source>Every combination</source>
        <translation>所有组合</translation>
    </message>
    <message>
        <source>Random draws</source>
        <translation>随机抽取</translation>
    </message>
    <message>
        <source>How values are combined</source>
        <translation>取值的组合方式</translation>
    </message>
    <message>
        <source> runs</source>
        <translation> 个运行</translation>
    </message>
    <message>
        <source>How many runs are drawn</source>
        <translation>抽取多少个运行</translation>
    </message>
    <message>
        <source>seed </source>
        <translation>种子 </translation>
    </message>
    <message>
        <source>Where the draws come from: the same seed draws the same values</source>
        <translation>抽取的来源：相同的种子抽到相同的取值</translation>
    </message>
    <message>
        <source>Seed of the draws</source>
        <translation>抽取的种子</translation>
    </message>
    <message>
        <source>Vary another setting</source>
        <translation>添加要扫描的设置项</translation>
    </message>
    <message>
        <source>Settings that vary</source>
        <translation>要扫描的设置项</translation>
    </message>
    <message>
        <source>{runs}; working out how long they take …</source>
        <translation>{runs}；正在估算所需时间…</translation>
    </message>
    <message>
        <source>Vary another setting…</source>
        <translation>添加要扫描的设置项…</translation>
    </message>
    <message>
        <source>Choose a setting to vary…</source>
        <translation>选择要扫描的设置项…</translation>
    </message>
    <message>
        <source>Named after what varies</source>
        <translation>按扫描的设置项命名</translation>
    </message>
    <message>
        <source>None of this can be run.</source>
        <translation>这些组合都无法运行。</translation>
    </message>
    <message>
        <source>{runs}, and the queue has room for {room} more.</source>
        <translation>{runs}，而队列还能容纳 {room} 个。</translation>
    </message>
    <message>
        <source>Queue {runs}</source>
        <translation>将{runs}排队</translation>
    </message>
    <message>
        <source>A run is training; what waits follows it</source>
        <translation>有运行正在训练；等候的将随后进行</translation>
    </message>
    <message>
        <source>Queue and Start</source>
        <translation>排队并开始</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>另有 {n} 个</translation>
    </message>
    <message>
        <source>Vary {setting} no longer</source>
        <translation>不再扫描{setting}</translation>
    </message>
    <message>
        <source>Vary it no longer</source>
        <translation>不再扫描</translation>
    </message>
    <message>
        <source>{setting}: values or a range</source>
        <translation>{setting}：若干取值或一个范围</translation>
    </message>
    <message>
        <source>{setting}: values, with commas between them</source>
        <translation>{setting}：取值，以逗号分隔</translation>
    </message>
    <message>
        <source> values</source>
        <translation> 个取值</translation>
    </message>
    <message>
        <source>{setting}: how many values</source>
        <translation>{setting}：取值个数</translation>
    </message>
    <message>
        <source>{setting}: from</source>
        <translation>{setting}：起始</translation>
    </message>
    <message>
        <source>{setting}: to</source>
        <translation>{setting}：终止</translation>
    </message>
    <message>
        <source>{setting}: which ones</source>
        <translation>{setting}：选哪些</translation>
    </message>
    <message>
        <source>off and on</source>
        <translation>关和开</translation>
    </message>
    <message>
        <source>one, another</source>
        <translation>甲, 乙</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>取值</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>to</source>
        <translation>至</translation>
    </message>
</context>
</TS>
