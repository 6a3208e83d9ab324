<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>engine-training</name>
    <message>
        <source>{0} is no longer there: it was moved or deleted</source>
        <translation>{0} 已不存在：可能已被移动或删除</translation>
    </message>
    <message>
        <source>{0} holds tensors, but not the state of a run</source>
        <translation>{0} 含有张量，但不是运行的状态</translation>
    </message>
    <message>
        <source>{0} cannot be read: it is damaged, for its checksum is another</source>
        <translation>无法读取 {0}：文件已损坏，校验和不一致</translation>
    </message>
    <message>
        <source>{0} cannot be read: its state is damaged: {1}</source>
        <translation>无法读取 {0}：其中的状态已损坏：{1}</translation>
    </message>
    <message>
        <source>the compiler was ended by signal {0}; memory may have run out</source>
        <translation>编译器被信号 {0} 终止；可能是内存耗尽</translation>
    </message>
    <message>
        <source>exit code {0}</source>
        <translation>退出代码 {0}</translation>
    </message>
    <message>
        <source>Measuring {0} tasks</source>
        <translation>正在测量 {0} 个任务</translation>
    </message>
    <message>
        <source>Memory ran out while {0} tasks were measured at once; now at most {1} are</source>
        <translation>同时测量 {0} 个任务时内存耗尽；现在最多同时测量 {1} 个</translation>
    </message>
    <message>
        <source>Try {0}.</source>
        <translation>请尝试 {0}。</translation>
    </message>
    <message>
        <source>Set compute.mapping to auto or vectorised, which need no compiler.</source>
        <translation>请将 compute.mapping 设为“自动”或“向量化”，它们不需要编译器。</translation>
    </message>
    <message>
        <source>Training stopped with {0}</source>
        <translation>训练因 {0} 而停止</translation>
    </message>
    <message>
        <source>If this looks like a fault of the program, copy the details into a report.</source>
        <translation>如果这像是程序的错误，请把详细信息复制到报告中。</translation>
    </message>
    <message>
        <source>a smaller outer.lr (now {0})</source>
        <translation>更小的 outer.lr（现为 {0}）</translation>
    </message>
    <message>
        <source>It needs at least {0} by estimate, one task at a time.</source>
        <translation>逐个处理任务时，估计至少需要 {0}。</translation>
    </message>
    <message>
        <source>the {0} of iteration {1} is {2}</source>
        <translation>第 {1} 次迭代的 {0} 为 {2}</translation>
    </message>
    <message>
        <source>The last good checkpoint is {0}.</source>
        <translation>最后一个完好的检查点是 {0}。</translation>
    </message>
    <message>
        <source>There is no checkpoint yet.</source>
        <translation>尚无检查点。</translation>
    </message>
    <message>
        <source>The run diverged</source>
        <translation>运行已发散</translation>
    </message>
    <message>
        <source>The run cannot go on</source>
        <translation>运行无法继续</translation>
    </message>
    <message>
        <source>{0}{1}. Its curves and checkpoints are as they were.</source>
        <translation>{0}{1}。其曲线和检查点保持原样。</translation>
    </message>
    <message>
        <source>Put a copy of one of the files back if you have one; else start the experiment again.</source>
        <translation>如有其中某个文件的副本，请放回原处；否则请重新开始实验。</translation>
    </message>
    <message>
        <source>The inner loop could not be compiled</source>
        <translation>无法编译内循环</translation>
    </message>
    <message>
        <source>The data cannot be used</source>
        <translation>无法使用这些数据</translation>
    </message>
    <message>
        <source>Mend what is named above and start again.</source>
        <translation>请修正上述问题后重新开始。</translation>
    </message>
    <message>
        <source>The experiment cannot be run</source>
        <translation>无法运行该实验</translation>
    </message>
    <message>
        <source>Out of memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>There is too little memory for this experiment.</source>
        <translation>内存不足以运行该实验。</translation>
    </message>
    <message>
        <source>Close other programs, take a smaller network or smaller pictures, or lower dataset.queries.</source>
        <translation>请关闭其他程序，改用更小的网络或图片，或减小 dataset.queries。</translation>
    </message>
    <message>
        <source>A worker process failed</source>
        <translation>工作进程失败</translation>
    </message>
    <message>
        <source>The run's folder is gone</source>
        <translation>运行的文件夹已不存在</translation>
    </message>
    <message>
        <source>{0}. Without it nothing of the run can be kept, so training has ended.</source>
        <translation>{0}。没有它，运行的任何内容都无法保存，因此训练已结束。</translation>
    </message>
    <message>
        <source>Put the folder back where it was, and resume the run; else start the experiment again.</source>
        <translation>请把文件夹放回原处并继续运行；否则请重新开始实验。</translation>
    </message>
    <message>
        <source>A file could not be read or written</source>
        <translation>无法读取或写入文件</translation>
    </message>
    <message>
        <source>Check the disk and the folder.</source>
        <translation>请检查磁盘和文件夹。</translation>
    </message>
    <message>
        <source>No message was given.</source>
        <translation>未给出任何消息。</translation>
    </message>
    <message>
        <source>a smaller algorithm.inner_lr (now {0})</source>
        <translation>更小的 algorithm.inner_lr（现为 {0}）</translation>
    </message>
    <message>
        <source>shapes are made from the facts of another source</source>
        <translation>形状由另一来源的信息得出</translation>
    </message>
    <message>
        <source>compiling beside the training, for iteration {0}</source>
        <translation>正在训练的同时编译，用于第 {0} 次迭代</translation>
    </message>
    <message>
        <source>compiled in {0} s</source>
        <translation>编译用时 {0} 秒</translation>
    </message>
    <message>
        <source>, which takes minutes</source>
        <translation>，需要数分钟</translation>
    </message>
    <message>
        <source>Loading the compiled inner loop</source>
        <translation>正在加载已编译的内循环</translation>
    </message>
    <message>
        <source>Memory ran out with {0} tasks at once; from now on at most {1} are taken, which gives the same meta-gradient</source>
        <translation>同时处理 {0} 个任务时内存耗尽；此后最多同时处理 {1} 个，元梯度不变</translation>
    </message>
    <message>
        <source>the compiler did not start, and is started again when it is needed: {0}</source>
        <translation>编译器未能启动，需要时会再次启动：{0}</translation>
    </message>
    <message>
        <source>Compiling failed ({0}); the run goes on {1}, which is slower</source>
        <translation>编译失败（{0}）；运行改用 {1} 方式继续，速度较慢</translation>
    </message>
    <message>
        <source>Compiling the inner loop</source>
        <translation>正在编译内循环</translation>
    </message>
    <message>
        <source>compute.mapping = compiled needs a C++ compiler (g++ or clang++); none was found</source>
        <translation>compute.mapping 为“编译”时需要 C++ 编译器（g++ 或 clang++），但未找到</translation>
    </message>
    <message>
        <source>compute.device = {0}: this machine has no such device; it has {1}</source>
        <translation>compute.device = {0}：这台机器没有该设备；可用的有 {1}</translation>
    </message>
    <message>
        <source>the checkpoint holds the parameters of another network or optimizer</source>
        <translation>检查点中的参数属于另一个网络或优化器</translation>
    </message>
    <message>
        <source>Memory may have run out: resume the run, with fewer compute.workers if it happens again.</source>
        <translation>可能是内存耗尽：请继续运行；如再次发生，请减小 compute.workers。</translation>
    </message>
    <message>
        <source>worker process {0} of {1}</source>
        <translation>第 {0} 个工作进程（共 {1} 个）</translation>
    </message>
    <message>
        <source>was ended by signal {0}</source>
        <translation>被信号 {0} 终止</translation>
    </message>
    <message>
        <source>ended with exit code {0}</source>
        <translation>以退出代码 {0} 结束</translation>
    </message>
    <message>
        <source>in {0} processes</source>
        <translation>使用 {0} 个进程</translation>
    </message>
    <message>
        <source>, {0} from iteration {1}</source>
        <translation>，从第 {1} 次迭代起用 {0}</translation>
    </message>
    <message>
        <source>cosine {0} with the meta-gradient in float32</source>
        <translation>与 float32 元梯度的余弦为 {0}</translation>
    </message>
    <message>
        <source>as the experiment says</source>
        <translation>按实验的设置</translation>
    </message>
    <message>
        <source>an inner loop, or tasks that run all at once, need it</source>
        <translation>内循环或同时运行的任务需要此精度</translation>
    </message>
    <message>
        <source>this machine has no arithmetic for bfloat16</source>
        <translation>这台机器没有 bfloat16 运算</translation>
    </message>
    <message>
        <source>meta-gradients in bfloat16 differ: cosine {0}, less than {1}</source>
        <translation>bfloat16 的元梯度有差异：余弦为 {0}，小于 {1}</translation>
    </message>
    <message>
        <source>Ended early, at iteration {0} of {1}: {2} without a better validation result than that of iteration {3}</source>
        <translation>在第 {0} 次迭代提前结束（共 {1} 次）：{2} 没有比第 {3} 次迭代更好的验证结果</translation>
    </message>
    <message>
        <source>{0} evaluations in a row</source>
        <translation>连续 {0} 次评估</translation>
    </message>
    <message>
        <source>What torchrun writes may say why: memory may have run out there, or the way between the machines is broken. Go on by starting torchrun with: resume last</source>
        <translation>torchrun 的输出也许能说明原因：那里的内存可能已耗尽，或者机器之间的连接已中断。要继续，请用 resume last 启动 torchrun</translation>
    </message>
    <message>
        <source>torchrun has started {0} processes, not {1}; leave this setting empty there</source>
        <translation>torchrun 启动了 {0} 个进程，而不是 {1} 个；使用它时请将此设置项留空</translation>
    </message>
    <message>
        <source>a compiled mapping is for processes of one machine; choose auto to train with torchrun</source>
        <translation>“编译”方式只适用于同一台机器上的进程；用 torchrun 训练请选择“自动”</translation>
    </message>
    <message>
        <source>{0} is gone: {1}</source>
        <translation>{0} 已不在：{1}</translation>
    </message>
    <message>
        <source>rank {0} of {1}</source>
        <translation>rank {0}（共 {1} 个）</translation>
    </message>
    <message>
        <source>its connection has ended</source>
        <translation>其连接已断开</translation>
    </message>
    <message>
        <source>innerloop: rank {0} of {1} finds no way to the others: {2}</source>
        <translation>innerloop：rank {0}（共 {1} 个）无法连接到其他进程：{2}</translation>
    </message>
    <message>
        <source>rank {0} has not come within {1}</source>
        <translation>rank {0} 未在 {1} 内到达</translation>
    </message>
    <message>
        <source>: {0} % less, {1}</source>
        <translation>：减少 {0}%，{1}</translation>
    </message>
    <message>
        <source>Start it again with one of these</source>
        <translation>用以下其中一项重新启动</translation>
    </message>
    <message>
        <source>No setting of this experiment would lower that by much: take a machine with more memory.</source>
        <translation>该实验没有能明显减少内存的设置项：请使用内存更大的机器。</translation>
    </message>
    <message>
        <source>; what they save is estimated:</source>
        <translation>；节省量为估计值：</translation>
    </message>
    <message>
        <source>--set {0} (now {1}){2}</source>
        <translation>--set {0}（现为 {1}）{2}</translation>
    </message>
    <message>
        <source>Looking for settings that save memory</source>
        <translation>正在查找可节省内存的设置项</translation>
    </message>
    <message>
        <source>What would save memory cannot be estimated:
{0}</source>
        <translation>无法估计哪些设置能节省内存：
{0}</translation>
    </message>
    <message>
        <source>device {0}, mapping {1}, {2} threads, from {3}</source>
        <translation>设备 {0}，映射方式 {1}，{2} 个线程，从第 {3} 次迭代开始</translation>
    </message>
    <message>
        <source>warning: {0}</source>
        <translation>警告：{0}</translation>
    </message>
    <message>
        <source>precision {0}: {1}</source>
        <translation>精度 {0}：{1}</translation>
    </message>
    <message>
        <source>no checkpoint of {0} can be read: {1}</source>
        <translation>{0} 的检查点都无法读取：{1}</translation>
    </message>
    <message>
        <source>validation {0}</source>
        <translation>验证 {0}</translation>
    </message>
    <message>
        <source>This machine has no arithmetic for {0}, so the run is slower for it</source>
        <translation>这台机器没有 {0} 运算，因此运行会变慢</translation>
    </message>
    <message>
        <source>{0}; going on from {1}</source>
        <translation>{0}；从 {1} 继续</translation>
    </message>
    <message>
        <source>{0}; the test is made with the network as it is after the last iteration</source>
        <translation>{0}；测试改用最后一次迭代之后的网络</translation>
    </message>
    <message>
        <source>{0}, in {1}</source>
        <translation>{0}，位于 {1}</translation>
    </message>
</context>
</TS>
