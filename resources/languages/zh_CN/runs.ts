<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>runs</name>
    <message>
        <source>Named after its settings</source>
        <translation>按其设置命名</translation>
    </message>
    <message>
        <source>The run's folder keeps its name</source>
        <translation>运行的文件夹名不变</translation>
    </message>
    <message>
        <source>What is to be remembered of this run?</source>
        <translation>关于此运行，有什么需要记下的？</translation>
    </message>
    <message>
        <source>1 run</source>
        <translation>1 个运行</translation>
    </message>
    <message>
        <source>{n} runs</source>
        <translation>{n} 个运行</translation>
    </message>
    <message>
        <source>Colour {n} of {all}</source>
        <translation>颜色 {n}（共 {all} 种）</translation>
    </message>
    <message>
        <source>As it comes</source>
        <translation>自动分配</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>No {what}</source>
        <translation>无{what}</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>已加星标</translation>
    </message>
    <message>
        <source>Not starred</source>
        <translation>未加星标</translation>
    </message>
    <message>
        <source>Export Run</source>
        <translation>导出运行</translation>
    </message>
    <message>
        <source>Export {run}</source>
        <translation>导出 {run}</translation>
    </message>
    <message>
        <source>.</source>
        <translation>。</translation>
    </message>
    <message>
        <source>Filter, as in tag:paper test:&gt;0.9</source>
        <translation>筛选，如 tag:paper test:&gt;0.9</translation>
    </message>
    <message>
        <source>Filter runs</source>
        <translation>筛选运行</translation>
    </message>
    <message>
        <source>Words, or fields with values, such as tag:paper; all must fit.</source>
        <translation>关键词，或带取值的字段，如 tag:paper；须全部满足。</translation>
    </message>
    <message>
        <source>What the filter may become</source>
        <translation>筛选补全</translation>
    </message>
    <message>
        <source>A run must fit every part.</source>
        <translation>运行须满足每一部分。</translation>
    </message>
    <message>
        <source>All Settings</source>
        <translation>所有设置项</translation>
    </message>
    <message>
        <source>The Usual Columns</source>
        <translation>默认列</translation>
    </message>
    <message>
        <source>No Groups</source>
        <translation>不分组</translation>
    </message>
    <message>
        <source>Settings That Differ</source>
        <translation>有差异的设置项</translation>
    </message>
    <message>
        <source>A Setting That Differs</source>
        <translation>有差异的设置项</translation>
    </message>
    <message>
        <source>Experiments that wait</source>
        <translation>等候的实验</translation>
    </message>
    <message>
        <source>{n}, paused</source>
        <translation>{n} 个，已暂停</translation>
    </message>
    <message>
        <source>{n} waiting</source>
        <translation>{n} 个在等候</translation>
    </message>
    <message>
        <source>{n}, not started</source>
        <translation>{n} 个，未启动</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>已加星标</translation>
    </message>
    <message>
        <source>not starred</source>
        <translation>未加星标</translation>
    </message>
    <message>
        <source>{title}, {runs}, folded</source>
        <translation>{title}，{runs}，已折叠</translation>
    </message>
    <message>
        <source>{title}, {runs}, unfolded</source>
        <translation>{title}，{runs}，已展开</translation>
    </message>
    <message>
        <source>Tags: {tags}</source>
        <translation>标签：{tags}</translation>
    </message>
    <message>
        <source>No runs yet. Press Start, and your first run appears here.</source>
        <translation>还没有运行。点击“开始”，第一个运行就会出现在这里。</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Put the runs under headings</source>
        <translation>将运行归到标题之下</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Choose what the table shows</source>
        <translation>选择列表显示的内容</translation>
    </message>
    <message>
        <source>{seen} of {all}</source>
        <translation>{seen} / {all}</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>Add a tag; commas for several</source>
        <translation>添加标签；多个用逗号分隔</translation>
    </message>
</context>
</TS>
