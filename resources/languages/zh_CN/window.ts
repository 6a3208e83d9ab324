<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>window</name>
    <message>
        <source>A workbench for meta-learning.

Runs: {runs}
Data: {data}

Nothing is sent anywhere.</source>
        <translation>元学习工作台。

运行：{runs}
数据：{data}

不会向任何地方发送任何内容。</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>All are measured alike, with {0}; the settings of {1} say otherwise.</source>
        <translation>全部以相同方式测量：{0}；与 {1} 的设置不同。</translation>
    </message>
    <message>
        <source>{0} has no best checkpoint yet: the first measurement writes it.</source>
        <translation>{0} 还没有最佳检查点：第一次测量时写入。</translation>
    </message>
    <message>
        <source>The run {run} came to its last iteration, {all}; only the test has not been measured.</source>
        <translation>运行 {run} 已完成全部 {all} 次迭代，只差测试尚未测量。</translation>
    </message>
    <message>
        <source>A run is training; stop it first, or press Queue to train these settings after it</source>
        <translation>有运行正在训练；请先停止它，或点击“排队”在其后训练当前设置</translation>
    </message>
    <message>
        <source>Innerloop did not end properly. Your unsaved setup was kept.</source>
        <translation>Innerloop 上次未正常退出。你未保存的设置已保留。</translation>
    </message>
    <message>
        <source>The run {run} was interrupted at iteration {done} of {all}.</source>
        <translation>运行 {run} 在第 {done} 次迭代（共 {all} 次）处中断。</translation>
    </message>
    <message>
        <source>The run {run} is paused at iteration {done} of {all}.</source>
        <translation>运行 {run} 在第 {done} 次迭代（共 {all} 次）处暂停。</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后</translation>
    </message>
    <message>
        <source>A run is training</source>
        <translation>有运行正在训练</translation>
    </message>
    <message>
        <source>It can be paused: a checkpoint is written, and the next start offers to go on.</source>
        <translation>可以将其暂停：程序会写入检查点，下次启动时可继续。</translation>
    </message>
    <message>
        <source>quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>{n} more can be resumed from the table.</source>
        <translation>另有 {n} 个运行可从列表中继续。</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
    <message>
        <source>Pause and Quit</source>
        <translation>暂停并退出</translation>
    </message>
    <message>
        <source>Discard the Run</source>
        <translation>丢弃该运行</translation>
    </message>
    <message>
        <source>{n} runs are selected, and {room} more can wait.</source>
        <translation>已选 {n} 个运行，而队列还能容纳 {room} 个。</translation>
    </message>
    <message>
        <source>The queue is too long</source>
        <translation>队列过长</translation>
    </message>
    <message>
        <source>1 run is queued again; {all} wait now</source>
        <translation>1 个运行已再次排队；现有 {all} 个在等候</translation>
    </message>
    <message>
        <source>{n} runs are queued again; {all} wait now</source>
        <translation>{n} 个运行已再次排队；现有 {all} 个在等候</translation>
    </message>
    <message>
        <source>Some settings cannot be read</source>
        <translation>部分设置无法读取</translation>
    </message>
    <message>
        <source>These runs were not queued.</source>
        <translation>这些运行未加入队列。</translation>
    </message>
    <message>
        <source>This could not be kept</source>
        <translation>无法保存此更改</translation>
    </message>
    <message>
        <source>. </source>
        <translation>。</translation>
    </message>
    <message>
        <source>open an example</source>
        <translation>打开示例</translation>
    </message>
    <message>
        <source>{what} is in {place}</source>
        <translation>{what}已写入 {place}</translation>
    </message>
    <message>
        <source>Write a Report</source>
        <translation>写报告</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>Copied the setup as a command</source>
        <translation>已将设置复制为命令</translation>
    </message>
    <message>
        <source>Copied the setup as TOML</source>
        <translation>已将设置复制为 TOML</translation>
    </message>
    <message>
        <source>Copied the setup as a Python script</source>
        <translation>已将设置复制为 Python 脚本</translation>
    </message>
    <message>
        <source>Writing {what} …</source>
        <translation>正在写入{what}…</translation>
    </message>
    <message>
        <source>Wrote {file}</source>
        <translation>已写入 {file}</translation>
    </message>
    <message>
        <source>the report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>{form} of {run}</source>
        <translation>{run} 的{form}</translation>
    </message>
    <message>
        <source>Folder for {form}</source>
        <translation>{form}的文件夹</translation>
    </message>
    <message>
        <source>Export {form}</source>
        <translation>导出{form}</translation>
    </message>
    <message>
        <source>Left before {what} was written</source>
        <translation>已取消，{what}未写入</translation>
    </message>
    <message>
        <source>Show in Folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Nothing was written</source>
        <translation>未写入任何内容</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Take the settings of a failed run into the setup, mend them, and queue it again.</source>
        <translation>将失败运行的设置取回，修正后再次排队。</translation>
    </message>
    <message>
        <source>Change the named settings.</source>
        <translation>更改上述设置项。</translation>
    </message>
    <message>
        <source>Back in the setup; press Queue to let it wait again</source>
        <translation>已放回设置；点击“排队”可让其再次等候</translation>
    </message>
    <message>
        <source>1 run finished.</source>
        <translation>1 个运行已完成。</translation>
    </message>
    <message>
        <source>{n} runs finished.</source>
        <translation>{n} 个运行已完成。</translation>
    </message>
    <message>
        <source>The queue is done: {how}</source>
        <translation>队列已结束：{how}</translation>
    </message>
    <message>
        <source>The queue is done</source>
        <translation>队列已结束</translation>
    </message>
    <message>
        <source>What failed</source>
        <translation>失败的运行</translation>
    </message>
    <message>
        <source>{n} experiments wait, which is as many as a session keeps</source>
        <translation>已有 {n} 个实验在等候，达到会话的上限</translation>
    </message>
    <message>
        <source>{n} failed.</source>
        <translation>{n} 个失败。</translation>
    </message>
    <message>
        <source>1 run finished and {failed} failed.</source>
        <translation>1 个运行已完成，{failed} 个失败。</translation>
    </message>
    <message>
        <source>{n} runs finished and {failed} failed.</source>
        <translation>{n} 个运行已完成，{failed} 个失败。</translation>
    </message>
    <message>
        <source>… and {n} more, which the table of runs names.</source>
        <translation>……另有 {n} 个，见运行列表。</translation>
    </message>
    <message>
        <source>Show the Runs</source>
        <translation>显示这些运行</translation>
    </message>
    <message>
        <source>What Failed…</source>
        <translation>失败详情…</translation>
    </message>
    <message>
        <source>The queue cannot go on</source>
        <translation>队列无法继续</translation>
    </message>
    <message>
        <source>It is paused; start it again when this is mended.</source>
        <translation>队列已暂停；问题解决后请重新启动。</translation>
    </message>
    <message>
        <source>{label} ({name}) will be moved to the system's bin.</source>
        <translation>{label}（{name}）将被移到系统回收站。</translation>
    </message>
    <message>
        <source>{n} runs will be moved to the system's bin.</source>
        <translation>{n} 个运行将被移到系统回收站。</translation>
    </message>
    <message>
        <source>The system's bin cannot take {run} ({error}). Delete it for good?</source>
        <translation>系统回收站无法接收 {run}（{error}）。要永久删除吗？</translation>
    </message>
    <message>
        <source>Delete?</source>
        <translation>删除？</translation>
    </message>
    <message>
        <source>No bin</source>
        <translation>无回收站</translation>
    </message>
    <message>
        <source>A run that trains cannot be deleted; stop it first</source>
        <translation>正在训练的运行无法删除；请先停止</translation>
    </message>
    <message>
        <source>The run's settings cannot be read</source>
        <translation>该运行的设置无法读取</translation>
    </message>
    <message>
        <source>Move to Bin</source>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>Delete for Good</source>
        <translation>永久删除</translation>
    </message>
    <message>
        <source>The run could not be deleted</source>
        <translation>无法删除该运行</translation>
    </message>
    <message>
        <source>start a new session</source>
        <translation>开始新会话</translation>
    </message>
    <message>
        <source>open another session</source>
        <translation>打开另一个会话</translation>
    </message>
    <message>
        <source>open {file}</source>
        <translation>打开 {file}</translation>
    </message>
    <message>
        <source>Saved {file}</source>
        <translation>已保存 {file}</translation>
    </message>
    <message>
        <source>the setup, and the queue,</source>
        <translation>设置和队列</translation>
    </message>
    <message>
        <source>the setup</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Save changes to “{session}”?</source>
        <translation>保存对“{session}”的更改？</translation>
    </message>
    <message>
        <source>You are about to {what}. Unsaved changes of {lost} would be lost.</source>
        <translation>即将{what}。{lost}中未保存的更改将会丢失。</translation>
    </message>
    <message>
        <source>Open Session</source>
        <translation>打开会话</translation>
    </message>
    <message>
        <source>Save Session</source>
        <translation>保存会话</translation>
    </message>
    <message>
        <source>restore what was kept</source>
        <translation>恢复已保留的内容</translation>
    </message>
    <message>
        <source>The session cannot be opened</source>
        <translation>无法打开会话</translation>
    </message>
    <message>
        <source>The open session stays as it is.</source>
        <translation>当前会话保持不变。</translation>
    </message>
    <message>
        <source>The session could not be saved</source>
        <translation>无法保存会话</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>请选择其他位置。</translation>
    </message>
    <message>
        <source>Don’t Save</source>
        <translation>不保存</translation>
    </message>
    <message>
        <source>The list of recent files could not be written: {error}</source>
        <translation>无法写入最近文件列表：{error}</translation>
    </message>
    <message>
        <source>The kept session cannot be read</source>
        <translation>保留的会话无法读取</translation>
    </message>
    <message>
        <source>A run is training; stop it first</source>
        <translation>有运行正在训练；请先停止</translation>
    </message>
    <message>
        <source>The run cannot be started</source>
        <translation>无法启动运行</translation>
    </message>
    <message>
        <source>{run} ends now, and its folder goes to the system's bin.</source>
        <translation>{run} 将立即结束，其文件夹移到系统回收站。</translation>
    </message>
    <message>
        <source>Discard this run?</source>
        <translation>丢弃此运行？</translation>
    </message>
    <message>
        <source>Another run trains by now; this one is the next in the queue</source>
        <translation>已有另一个运行在训练；这个运行排在队列的下一位</translation>
    </message>
    <message>
        <source>The run's log is {file}.</source>
        <translation>该运行的日志位于 {file}。</translation>
    </message>
    <message>
        <source>Go on training</source>
        <translation>继续训练</translation>
    </message>
    <message>
        <source>The run cannot be resumed</source>
        <translation>无法继续该运行</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Innerloop sessions</source>
        <translation>Innerloop 会话</translation>
    </message>
    <message>
        <source>Press Start, and watch a network bend onto a wave that it has never seen</source>
        <translation>点击“开始”，看网络如何贴合一条从未见过的正弦波</translation>
    </message>
    <message>
        <source>Press Start; after a minute, draw characters of your own here</source>
        <translation>点击“开始”；一分钟后，在这里画你自己的字符</translation>
    </message>
    <message>
        <source>Start the queue; when it is done, select the three runs and measure them here</source>
        <translation>启动队列；完成后选中三个运行，在这里测量</translation>
    </message>
    <message>
        <source>Copy the details into a report if this seems to be a fault.</source>
        <translation>如果这像是程序错误，请将详情复制到报告中。</translation>
    </message>
    <message>
        <source>This {what} cannot be computed</source>
        <translation>无法计算此{what}</translation>
    </message>
    <message>
        <source>Not every run can be compared yet</source>
        <translation>尚有运行无法比较</translation>
    </message>
    <message>
        <source>Wait for it, or select runs that have finished.</source>
        <translation>请等待，或选择已完成的运行。</translation>
    </message>
    <message>
        <source>These runs cannot be compared</source>
        <translation>这些运行无法比较</translation>
    </message>
    <message>
        <source>Click a run in the table with Ctrl held down to leave it out.</source>
        <translation>按住 Ctrl 点击表格中的运行，即可将其排除。</translation>
    </message>
    <message>
        <source>Nothing learnt yet</source>
        <translation>尚未学到任何内容</translation>
    </message>
    <message>
        <source>The {0} appears here by itself.</source>
        <translation>{0}会自动出现在这里。</translation>
    </message>
    <message>
        <source>Nothing to confuse</source>
        <translation>没有可混淆的类别</translation>
    </message>
    <message>
        <source>Look at the run in Episodes or Adaptation.</source>
        <translation>请在“任务”或“适应”视图中查看该运行。</translation>
    </message>
    <message>
        <source>These examples cannot be laid out</source>
        <translation>这些样本无法排布</translation>
    </message>
    <message>
        <source>Choose PCA, or another task.</source>
        <translation>请选择 PCA，或换一个任务。</translation>
    </message>
    <message>
        <source>No gradients to look at</source>
        <translation>没有可查看的梯度</translation>
    </message>
    <message>
        <source>Not learnt from tasks</source>
        <translation>并非从任务中学习</translation>
    </message>
    <message>
        <source>Choose Training to see the gradients of these batches.</source>
        <translation>选择“训练”可查看这些批次的梯度。</translation>
    </message>
    <message>
        <source>Too much for the memory</source>
        <translation>超出内存容量</translation>
    </message>
    <message>
        <source>Choose fewer tasks.</source>
        <translation>请减少任务数。</translation>
    </message>
    <message>
        <source>Nothing to draw</source>
        <translation>没有可画的内容</translation>
    </message>
    <message>
        <source>What a run has learnt cannot be read</source>
        <translation>无法读取运行学到的内容</translation>
    </message>
    <message>
        <source>Train that run again to look into it.</source>
        <translation>请重新训练该运行后再查看。</translation>
    </message>
    <message>
        <source>The data of the run cannot be read</source>
        <translation>无法读取该运行的数据</translation>
    </message>
    <message>
        <source>Mend the data, and choose the run again.</source>
        <translation>请修复数据，然后重新选择该运行。</translation>
    </message>
    <message>
        <source>A run cannot be opened</source>
        <translation>无法打开某个运行</translation>
    </message>
    <message>
        <source>Look at its folder: its settings may be damaged.</source>
        <translation>请查看其文件夹：设置可能已损坏。</translation>
    </message>
    <message>
        <source>Open Recent</source>
        <translation>打开最近的文件</translation>
    </message>
    <message>
        <source>Learning curves</source>
        <translation>学习曲线</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>试一试</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>查找命令</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>{what}: {done} of {all} MB</source>
        <translation>{what}：{done} / {all} MB</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>运行进度</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>iteration {done} / {all}</source>
        <translation>迭代 {done} / {all}</translation>
    </message>
    <message>
        <source>{what}: {done} of {all} {unit}</source>
        <translation>{what}：{done} / {all} {unit}</translation>
    </message>
    <message>
        <source>{n} tasks/s</source>
        <translation>{n} 任务/秒</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>剩余 {time}</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Each of these needs less. A button changes the setup and starts a new run.</source>
        <translation>以下每一项都能减少所需内存。点击按钮会更改设置并启动新的运行。</translation>
    </message>
    <message>
        <source>Savings are estimates. Edit → Undo brings back the setup as it was.</source>
        <translation>节省量为估计值。用“编辑 → 撤销”可恢复原来的设置。</translation>
    </message>
    <message>
        <source>{section}: {setting}</source>
        <translation>{section}：{setting}</translation>
    </message>
    <message>
        <source>Use {value} and Try Again</source>
        <translation>改用 {value} 重试</translation>
    </message>
    <message>
        <source>Set {setting} to {value} and start a new run</source>
        <translation>将“{setting}”设为 {value} 并启动新的运行</translation>
    </message>
    <message>
        <source>Leave It</source>
        <translation>暂不处理</translation>
    </message>
    <message>
        <source>{share} less, {memory}</source>
        <translation>减少 {share}，{memory}</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>The session could not be autosaved: {error}</source>
        <translation>会话无法自动保存：{error}</translation>
    </message>
    <message>
        <source>the text</source>
        <translation>该文本</translation>
    </message>
    <message>
        <source>{0} is not a session of Innerloop: it has no line “session = {1}”.</source>
        <translation>{0} 不是 Innerloop 会话：没有“session = {1}”这一行。</translation>
    </message>
    <message>
        <source>{0} was saved by a newer Innerloop (session format {1}; this one reads up to {2}). Update Innerloop to open it.</source>
        <translation>{0} 由更新版本的 Innerloop 保存（会话格式 {1}；当前版本最高支持 {2}）。请更新 Innerloop 后再打开。</translation>
    </message>
    <message>
        <source>{0} has unknown entries: {1}.</source>
        <translation>{0} 含有未知条目：{1}。</translation>
    </message>
    <message>
        <source>In {0}, “{1}” is not a table.</source>
        <translation>{0} 中的“{1}”不是表。</translation>
    </message>
    <message>
        <source>In {0}, “{1}” is not a list.</source>
        <translation>{0} 中的“{1}”不是列表。</translation>
    </message>
    <message>
        <source>In {0}, “{1}” holds {2} where a text belongs.</source>
        <translation>{0} 中的“{1}”应为文本，实际为 {2}。</translation>
    </message>
    <message>
        <source>In {0}, “{1}” holds {2} where true or false belongs.</source>
        <translation>{0} 中的“{1}”应为 true 或 false，实际为 {2}。</translation>
    </message>
    <message>
        <source>{0} is not a table.</source>
        <translation>{0}不是表。</translation>
    </message>
    <message>
        <source>In {0}, {1} experiments wait, where {2} are the most.</source>
        <translation>{0} 中有 {1} 个实验在等候，最多允许 {2} 个。</translation>
    </message>
    <message>
        <source>{0} is not a session: {1}.</source>
        <translation>{0} 不是会话：{1}。</translation>
    </message>
    <message>
        <source>{0} is not a session: it is nested too deeply.</source>
        <translation>{0} 不是会话：嵌套过深。</translation>
    </message>
    <message>
        <source>The experiment in {0}</source>
        <translation>{0} 中的实验</translation>
    </message>
    <message>
        <source>{0} is too large to be a session ({1} bytes).</source>
        <translation>{0} 过大，不可能是会话（{1} 字节）。</translation>
    </message>
    <message>
        <source>{0} is not a session: it is not a text file.</source>
        <translation>{0} 不是会话：它不是文本文件。</translation>
    </message>
    <message>
        <source>{0} cannot be read: {1}.</source>
        <translation>{0} 无法读取：{1}。</translation>
    </message>
    <message>
        <source>{0} cannot be read:
{1}</source>
        <translation>{0}无法读取：
{1}</translation>
    </message>
    <message>
        <source>Number {0} of the queue in {1}</source>
        <translation>{1} 中队列的第 {0} 项</translation>
    </message>
    <message>
        <source>In {0}, “colors.{1}” holds {2} where a number from 0 to 999 belongs.</source>
        <translation>{0} 中的“colors.{1}”应为 0 到 999 的数，实际为 {2}。</translation>
    </message>
    <message>
        <source>In {0}, “view.{1}” holds {2} where a plain value belongs.</source>
        <translation>{0} 中的“view.{1}”应为简单值，实际为 {2}。</translation>
    </message>
    <message>
        <source>1 run waits in the queue, of {sweep}</source>
        <translation>{sweep} 的 1 个运行在队列中等候</translation>
    </message>
    <message>
        <source>{n} runs wait in the queue, of {sweep}</source>
        <translation>{sweep} 的 {n} 个运行在队列中等候</translation>
    </message>
    <message>
        <source>The run could not be trained</source>
        <translation>该运行无法训练</translation>
    </message>
    <message>
        <source>Look at the message; copy the details into a report if it seems to be a fault of the program.</source>
        <translation>请查看消息；如果像是程序错误，请将详情复制到报告中。</translation>
    </message>
    <message>
        <source>{0} is still training</source>
        <translation>{0} 仍在训练</translation>
    </message>
</context>
</TS>
