<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>commands</name>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Start a new session</source>
        <translation>开始新会话</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Open a session file</source>
        <translation>打开会话文件</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save the session</source>
        <translation>保存会话</translation>
    </message>
    <message>
        <source>Save As…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Save the session in another file</source>
        <translation>将会话保存到另一个文件</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Go back to what the file holds</source>
        <translation>恢复为文件中的内容</translation>
    </message>
    <message>
        <source>Copy Setup as Command</source>
        <translation>将设置复制为命令</translation>
    </message>
    <message>
        <source>Copy a line for the terminal that trains this</source>
        <translation>复制一行可在终端中训练此设置的命令</translation>
    </message>
    <message>
        <source>Copy Setup as TOML</source>
        <translation>将设置复制为 TOML</translation>
    </message>
    <message>
        <source>Copy the setup as the text of an experiment's file</source>
        <translation>将设置复制为实验文件的文本</translation>
    </message>
    <message>
        <source>Copy Setup as Python Script</source>
        <translation>将设置复制为 Python 脚本</translation>
    </message>
    <message>
        <source>Copy a short program that trains this</source>
        <translation>复制一段可训练此设置的短程序</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Leave Innerloop</source>
        <translation>退出 Innerloop</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Take back the last change of the setup</source>
        <translation>撤销对设置的上一次更改</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Make the change again</source>
        <translation>重新应用该更改</translation>
    </message>
    <message>
        <source>Find a Setting</source>
        <translation>查找设置项</translation>
    </message>
    <message>
        <source>Search the setup</source>
        <translation>在设置中搜索</translation>
    </message>
    <message>
        <source>Find Runs</source>
        <translation>查找运行</translation>
    </message>
    <message>
        <source>Filter the table of runs</source>
        <translation>筛选运行列表</translation>
    </message>
    <message>
        <source>Choose a Preset…</source>
        <translation>选择预设…</translation>
    </message>
    <message>
        <source>Search the presets</source>
        <translation>搜索预设</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Train with these settings</source>
        <translation>用当前设置训练</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Hold after this iteration</source>
        <translation>在本次迭代后暂停</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Go on with the paused run</source>
        <translation>继续已暂停的运行</translation>
    </message>
    <message>
        <source>Stop and Keep</source>
        <translation>停止并保留</translation>
    </message>
    <message>
        <source>End the run here and keep it</source>
        <translation>在此结束运行并保留结果</translation>
    </message>
    <message>
        <source>Stop and Discard…</source>
        <translation>停止并丢弃…</translation>
    </message>
    <message>
        <source>End the run and delete it</source>
        <translation>结束运行并将其删除</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>排队</translation>
    </message>
    <message>
        <source>Let these settings wait: for the run that trains, or until you start the queue</source>
        <translation>让当前设置排队等候：等正在训练的运行结束，或等你启动队列</translation>
    </message>
    <message>
        <source>Vary Settings…</source>
        <translation>参数扫描…</translation>
    </message>
    <message>
        <source>Give settings several values, and let the runs wait in the queue</source>
        <translation>为设置项指定多个取值，并让这些运行排队等候</translation>
    </message>
    <message>
        <source>Start the Queue</source>
        <translation>启动队列</translation>
    </message>
    <message>
        <source>Train what waits, one after another; it goes on where one fails</source>
        <translation>依次训练队列中的实验；某个失败时继续下一个</translation>
    </message>
    <message>
        <source>Pause the Queue</source>
        <translation>暂停队列</translation>
    </message>
    <message>
        <source>Let nothing follow the run that trains</source>
        <translation>当前运行结束后不再启动下一个</translation>
    </message>
    <message>
        <source>Edit Waiting Experiment</source>
        <translation>编辑等候的实验</translation>
    </message>
    <message>
        <source>Take it out of the queue and back into the setup</source>
        <translation>将其移出队列并放回设置</translation>
    </message>
    <message>
        <source>Train Earlier</source>
        <translation>提前训练</translation>
    </message>
    <message>
        <source>Move the waiting experiment up in the queue</source>
        <translation>将等候的实验在队列中上移</translation>
    </message>
    <message>
        <source>Train Later</source>
        <translation>推后训练</translation>
    </message>
    <message>
        <source>Move the waiting experiment down in the queue</source>
        <translation>将等候的实验在队列中下移</translation>
    </message>
    <message>
        <source>Remove from Queue</source>
        <translation>移出队列</translation>
    </message>
    <message>
        <source>The waiting experiment is not trained</source>
        <translation>不再训练该等候的实验</translation>
    </message>
    <message>
        <source>Resume Selected Run</source>
        <translation>继续所选运行</translation>
    </message>
    <message>
        <source>Go on training it</source>
        <translation>继续训练</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行记录</translation>
    </message>
    <message>
        <source>Use These Settings</source>
        <translation>使用这些设置</translation>
    </message>
    <message>
        <source>Copy the run's settings into the setup</source>
        <translation>将该运行的设置复制到当前设置</translation>
    </message>
    <message>
        <source>Queue Again</source>
        <translation>再次排队</translation>
    </message>
    <message>
        <source>Let the runs' settings wait to be trained once more</source>
        <translation>让这些运行的设置再次排队训练</translation>
    </message>
    <message>
        <source>Mark the runs with a star, or take it away from them</source>
        <translation>为所选运行添加或移除星标</translation>
    </message>
    <message>
        <source>Tags and Colour…</source>
        <translation>标签和颜色…</translation>
    </message>
    <message>
        <source>Keep tags and a colour with the runs</source>
        <translation>为所选运行设置标签和颜色</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Give the run another name; its folder keeps its own</source>
        <translation>为运行改名；文件夹名不变</translation>
    </message>
    <message>
        <source>Notes…</source>
        <translation>备注…</translation>
    </message>
    <message>
        <source>Write down what is to be remembered of the run</source>
        <translation>记录关于该运行的备注</translation>
    </message>
    <message>
        <source>Take Back</source>
        <translation>撤销标注</translation>
    </message>
    <message>
        <source>Undo the last change of stars, tags, colours, names or notes</source>
        <translation>撤销对星标、标签、颜色、名称或备注的上一次更改</translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Show the run's files</source>
        <translation>显示该运行的文件</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>报告…</translation>
    </message>
    <message>
        <source>Write the runs as one page to read, to print and to send</source>
        <translation>将所选运行写成一页报告，便于阅读、打印和发送</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Write the run in a form that other programs read</source>
        <translation>将运行导出为其他程序可读的格式</translation>
    </message>
    <message>
        <source>Delete Runs…</source>
        <translation>删除运行…</translation>
    </message>
    <message>
        <source>Move the runs to the system's bin</source>
        <translation>将所选运行移到系统回收站</translation>
    </message>
    <message>
        <source>Learning Curves</source>
        <translation>学习曲线</translation>
    </message>
    <message>
        <source>Loss and accuracy over the run</source>
        <translation>训练过程中的损失与准确率</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Adaptation</source>
        <translation>适应</translation>
    </message>
    <message>
        <source>How held-out tasks are learnt</source>
        <translation>模型如何学习留出的任务</translation>
    </message>
    <message>
        <source>Episodes</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Single tasks, and what the model says of each query</source>
        <translation>单个任务，以及模型对每个查询样本的预测</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>What tasks pull at, layer by layer, and step sizes</source>
        <translation>各任务逐层的梯度，以及步长</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>嵌入</translation>
    </message>
    <message>
        <source>Examples in the plane, as the model sees them</source>
        <translation>模型眼中的样本在平面上的分布</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>Which classes are taken for which, and calibration</source>
        <translation>哪些类别被误认为哪些类别，以及校准情况</translation>
    </message>
    <message>
        <source>Try It</source>
        <translation>试一试</translation>
    </message>
    <message>
        <source>Draw a task of your own, and watch the model solve it</source>
        <translation>画一个自己的任务，看模型如何求解</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Runs on the same tasks, and whether they differ</source>
        <translation>在相同任务上比较各运行，并检验差异</translation>
    </message>
    <message>
        <source>The runs of varied settings, and how the result depends on them</source>
        <translation>扫描产生的各运行，以及结果如何随设置变化</translation>
    </message>
    <message>
        <source>Columns of the Run Table…</source>
        <translation>运行列表的列…</translation>
    </message>
    <message>
        <source>Choose what the table of runs shows</source>
        <translation>选择运行列表显示的内容</translation>
    </message>
    <message>
        <source>Group Runs…</source>
        <translation>运行分组…</translation>
    </message>
    <message>
        <source>Put the runs under headings: by dataset, tag or any setting</source>
        <translation>按数据集、标签或任意设置项将运行分组</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>What the program said: show or hide it at the bottom</source>
        <translation>程序输出的消息：在底部显示或隐藏</translation>
    </message>
    <message>
        <source>In Its Own Window</source>
        <translation>在独立窗口中打开</translation>
    </message>
    <message>
        <source>Take this view out into a window; closing that puts it back</source>
        <translation>将此视图移到独立窗口；关闭该窗口即放回</translation>
    </message>
    <message>
        <source>Follow the System</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light or dark as the system says</source>
        <translation>随系统使用浅色或深色</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Always light</source>
        <translation>始终使用浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Always dark</source>
        <translation>始终使用深色</translation>
    </message>
    <message>
        <source>High Contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>White on black, with clear outlines</source>
        <translation>黑底白字，轮廓清晰</translation>
    </message>
    <message>
        <source>Increase Text Size</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>The next larger text, in the whole window</source>
        <translation>整个窗口的文字放大一级</translation>
    </message>
    <message>
        <source>Text Size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Decrease Text Size</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>The next smaller text, in the whole window</source>
        <translation>整个窗口的文字缩小一级</translation>
    </message>
    <message>
        <source>Smaller Text</source>
        <translation>较小文字</translation>
    </message>
    <message>
        <source>Nine tenths of the normal size</source>
        <translation>正常大小的十分之九</translation>
    </message>
    <message>
        <source>Normal Text</source>
        <translation>正常文字</translation>
    </message>
    <message>
        <source>Text as large as the program is made for</source>
        <translation>程序设计所用的文字大小</translation>
    </message>
    <message>
        <source>Larger Text</source>
        <translation>较大文字</translation>
    </message>
    <message>
        <source>Larger by an eighth</source>
        <translation>放大八分之一</translation>
    </message>
    <message>
        <source>Largest Text</source>
        <translation>最大文字</translation>
    </message>
    <message>
        <source>Larger by a quarter, to be read from further away</source>
        <translation>放大四分之一，便于从远处阅读</translation>
    </message>
    <message>
        <source>Motion as the System Says</source>
        <translation>动态效果跟随系统</translation>
    </message>
    <message>
        <source>Reduced where the system asks for that</source>
        <translation>系统要求时减少动态效果</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>动态效果</translation>
    </message>
    <message>
        <source>Reduced Motion</source>
        <translation>减少动态效果</translation>
    </message>
    <message>
        <source>Nothing moves by itself, or over and over</source>
        <translation>没有自行或反复的运动</translation>
    </message>
    <message>
        <source>Full Motion</source>
        <translation>完整动态效果</translation>
    </message>
    <message>
        <source>Points glide, and bars move, whatever the system says</source>
        <translation>无论系统如何设置，点会滑动，进度条会移动</translation>
    </message>
    <message>
        <source>Language of the System</source>
        <translation>系统语言</translation>
    </message>
    <message>
        <source>The system's language, where Innerloop speaks it</source>
        <translation>使用系统的语言（若 Innerloop 支持）</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Explain the setting or view that has the focus, or what meta-learning is</source>
        <translation>解释当前焦点所在的设置项或视图，或介绍什么是元学习</translation>
    </message>
    <message>
        <source>About This View</source>
        <translation>关于此视图</translation>
    </message>
    <message>
        <source>What the view in front shows, and how to read it</source>
        <translation>当前视图显示什么，以及如何解读</translation>
    </message>
    <message>
        <source>Tour of the Window</source>
        <translation>窗口导览</translation>
    </message>
    <message>
        <source>The four places to know, one after another</source>
        <translation>依次介绍窗口中的四个区域</translation>
    </message>
    <message>
        <source>Example: Sine Waves</source>
        <translation>示例：正弦波</translation>
    </message>
    <message>
        <source>A network learns to bend onto any wave, in half a minute</source>
        <translation>半分钟内，网络学会贴合任意正弦波</translation>
    </message>
    <message>
        <source>Example: Invented Characters</source>
        <translation>示例：虚构字符</translation>
    </message>
    <message>
        <source>A network learns to know a character again that it has seen once, in a minute</source>
        <translation>一分钟内，网络学会认出只见过一次的字符</translation>
    </message>
    <message>
        <source>Example: Three Methods Compared</source>
        <translation>示例：三种方法的比较</translation>
    </message>
    <message>
        <source>Prototypical Networks, MAML and Baseline++ wait in the queue, for some minutes</source>
        <translation>Prototypical Networks、MAML 和 Baseline++ 排队训练，需几分钟</translation>
    </message>
    <message>
        <source>Command Palette…</source>
        <translation>命令面板…</translation>
    </message>
    <message>
        <source>Find any command by its name</source>
        <translation>按名称查找任意命令</translation>
    </message>
    <message>
        <source>About Innerloop</source>
        <translation>关于 Innerloop</translation>
    </message>
    <message>
        <source>Version and folders</source>
        <translation>版本与文件夹</translation>
    </message>
</context>
</TS>
