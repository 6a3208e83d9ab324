<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>log</name>
    <message>
        <source>Innerloop met an error that it did not expect: {error}</source>
        <translation>Innerloop 遇到意外错误：{error}</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>信息</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>The run is finished</source>
        <translation>运行已完成</translation>
    </message>
    <message>
        <source>The run is stopped</source>
        <translation>运行已停止</translation>
    </message>
    <message>
        <source>{title}. {what}</source>
        <translation>{title}：{what}</translation>
    </message>
    <message>
        <source>Training begins: {count} iterations on {device}</source>
        <translation>训练开始：{count} 次迭代，设备为 {device}</translation>
    </message>
    <message>
        <source>Innerloop met an error that it did not expect, and wrote a report on this computer. Nothing was sent.</source>
        <translation>Innerloop 遇到意外错误，并在这台电脑上写下了一份报告。没有发送任何内容。</translation>
    </message>
    <message>
        <source>Innerloop met errors that it did not expect, and wrote {number} reports on this computer. Nothing was sent.</source>
        <translation>Innerloop 遇到意外错误，并在这台电脑上写下了 {number} 份报告。没有发送任何内容。</translation>
    </message>
    <message>
        <source>If you want to tell of it, copy the details. They hold no data and are sent nowhere.</source>
        <translation>如果想反馈此问题，请复制详细信息。其中不含数据，也不会发送到任何地方。</translation>
    </message>
    <message>
        <source>The report is {file}.</source>
        <translation>报告位于 {file}。</translation>
    </message>
    <message>
        <source>Log, {number} new warning or error</source>
        <translation>日志，{number} 条新的警告或错误</translation>
    </message>
    <message>
        <source>Log, {number} new warnings and errors</source>
        <translation>日志，{number} 条新的警告和错误</translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation>出了什么问题</translation>
    </message>
    <message>
        <source>Show the Report</source>
        <translation>显示报告</translation>
    </message>
    <message>
        <source>Log  {number}</source>
        <translation>日志  {number}</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>警告和错误</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Which messages are shown</source>
        <translation>显示哪些消息</translation>
    </message>
    <message>
        <source>Search the messages</source>
        <translation>搜索消息</translation>
    </message>
    <message>
        <source>Copy the selected messages, or all that are shown</source>
        <translation>复制选中的消息；若未选中，则复制显示的全部消息</translation>
    </message>
    <message>
        <source>Forget all messages</source>
        <translation>清除所有消息</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Messages of the program</source>
        <translation>程序的消息</translation>
    </message>
    <message>
        <source>Nothing was said yet.</source>
        <translation>还没有消息。</translation>
    </message>
    <message>
        <source>No message like that.</source>
        <translation>没有这样的消息。</translation>
    </message>
</context>
</TS>
