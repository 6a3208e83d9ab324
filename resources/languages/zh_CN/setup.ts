<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>setup</name>
    <message>
        <source>Choose: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range: {range}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: {meaning}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source: {paper}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{setting}, on a logarithmic scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More: F1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More about {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Section {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset {setting} to {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vary {setting}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the preset: take back every change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No setting by that name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset: {title}, changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presets: {group}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready-made experiments, with the published figure each aims at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normalization:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{out} of 1 combination cannot run and are left out:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{out} of {n} combinations cannot run and are left out:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vary settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every combination</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random draws</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How values are combined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many runs are drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the draws come from: the same seed draws the same values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed of the draws</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vary another setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings that vary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{runs}; working out how long they take …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vary another setting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a setting to vary…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Named after what varies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of this can be run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{runs}, and the queue has room for {room} more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue {runs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run is training; what waits follows it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue and Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vary {setting} no longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vary it no longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{setting}: values or a range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{setting}: values, with commas between them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{setting}: how many values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{setting}: from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{setting}: to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{setting}: which ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off and on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one, another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
