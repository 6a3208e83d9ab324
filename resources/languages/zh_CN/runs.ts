<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>runs</name>
    <message>
        <source>Named after its settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run's folder keeps its name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is to be remembered of this run?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour {n} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it comes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export {run}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>.</source>
        <translation>。</translation>
    </message>
    <message>
        <source>Filter, as in tag:paper test:&gt;0.9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words, or fields with values, such as tag:paper; all must fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the filter may become</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run must fit every part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Usual Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No Groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings That Differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Setting That Differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiments that wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n}, paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>{n} waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n}, not started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}, {runs}, folded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}, {runs}, unfolded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags: {tags}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No runs yet. Press Start, and your first run appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the runs under headings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what the table shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seen} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a tag; commas for several</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
