<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>engine-runs</name>
    <message>
        <source>{0} of {1} cannot be used: {2}. Mend the file, or delete it to begin anew</source>
        <translation>无法使用 {1} 的 {0}：{2}。请修正该文件，或将其删除以重新开始</translation>
    </message>
    <message>
        <source>it has more than {0} bytes</source>
        <translation>文件超过 {0} 字节</translation>
    </message>
    <message>
        <source>it has no line 'about = {0}' at its top</source>
        <translation>文件开头没有“about = {0}”这一行</translation>
    </message>
    <message>
        <source>a newer program wrote it ({0}, and this one reads up to {1})</source>
        <translation>由更新的程序写入（{0}，本程序最高支持 {1}）</translation>
    </message>
    <message>
        <source>this program keeps nothing of that name</source>
        <translation>本程序不保存该名称的内容</translation>
    </message>
    <message>
        <source>a tag has at most {0} characters, and no comma or quotation mark; this is none: {1}</source>
        <translation>标签最多 {0} 个字符，不含逗号和引号；这个不是标签：{1}</translation>
    </message>
    <message>
        <source>it is not valid TOML: {0}</source>
        <translation>不是有效的 TOML：{0}</translation>
    </message>
    <message>
        <source>another program holds {0} of {1}; try again</source>
        <translation>另一个程序正占用 {1} 的 {0}；请重试</translation>
    </message>
    <message>
        <source>. Measure both with the same: --set {0}={1}</source>
        <translation>。请用相同的值测量两者：--set {0}={1}</translation>
    </message>
    <message>
        <source>{0} in {1} and {2} in {3}: their tasks are not the same, so they cannot be compared</source>
        <translation>{1} 中为 {0}，{3} 中为 {2}：它们的任务不同，因此无法比较</translation>
    </message>
    <message>
        <source>{0} is {1}, measured by {2}; {3} is {4}, measured by {5}</source>
        <translation>{0} 是 {1}，以 {2} 衡量；{3} 是 {4}，以 {5} 衡量</translation>
    </message>
    <message>
        <source>{0}: they cannot be compared</source>
        <translation>{0}：两者无法比较</translation>
    </message>
    <message>
        <source>{0} tasks</source>
        <translation>{0} 个任务</translation>
    </message>
    <message>
        <source>seed {0}</source>
        <translation>种子 {0}</translation>
    </message>
    <message>
        <source>{0} tasks of {1} {2}</source>
        <translation>{1} {2} 的 {0} 任务</translation>
    </message>
    <message>
        <source>1 / {0}, what guessing among {1} classes gives on average</source>
        <translation>1 / {0}，即在 {1} 个类别中随机猜测的平均结果</translation>
    </message>
    <message>
        <source>±: half of the 95 % interval over the tasks, 1.96 · s/√n.</source>
        <translation>±：各任务上 95% 区间的一半，1.96 · s/√n。</translation>
    </message>
    <message>
        <source>each task counts with its mean over them; sd is the standard deviation of their results.</source>
        <translation>每个任务按其在各种子上的均值计入；sd 是它们结果的标准差。</translation>
    </message>
    <message>
        <source>Several seeds are one line: {0}</source>
        <translation>多个种子合为一行：{0}</translation>
    </message>
    <message>
        <source>Difference of {0}: from {1}, task by task; p by the paired t-test, two-sided, over the tasks, not corrected for the number of comparisons.</source>
        <translation>{0} 之差：以 {1} 为基准逐任务计算；p 由各任务上的双侧配对 t 检验得出，未作多重比较校正。</translation>
    </message>
    <message>
        <source>Precision, recall, F1: macro over the classes of a task. ECE: {0} bins, the queries of a task.</source>
        <translation>精确率、召回率、F1：任务各类别的宏平均。ECE：{0} 个分箱，取任务的查询样本。</translation>
    </message>
    <message>
        <source>all lines</source>
        <translation>所有行</translation>
    </message>
    <message>
        <source>Transductive (the queries of a task are normalised together): {0}.</source>
        <translation>直推式（任务的查询样本一起归一化）：{0}。</translation>
    </message>
    <message>
        <source>{0} is {1}: its best checkpoint so far is measured.</source>
        <translation>{0} 的状态为 {1}：测量的是其目前的最佳检查点。</translation>
    </message>
    <message>
        <source>Every line: the same {0} {1}, drawn with seed {2}, that of the first run.</source>
        <translation>每一行：相同的 {0} 个 {1}，以种子 {2}（第一个运行的种子）抽取。</translation>
    </message>
    <message>
        <source>{0} (in {1})</source>
        <translation>{0}（在 {1} 中）</translation>
    </message>
    <message>
        <source>{0} is named twice; every run is one line</source>
        <translation>{0} 出现了两次；每个运行占一行</translation>
    </message>
    <message>
        <source>Run {0} of {1}</source>
        <translation>第 {0} 个运行，共 {1} 个</translation>
    </message>
    <message>
        <source>the best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>the first</source>
        <translation>第一个</translation>
    </message>
    <message>
        <source>{0} has no classes that could be confused</source>
        <translation>{0} 没有可能混淆的类别</translation>
    </message>
    <message>
        <source>Measuring {0} classes</source>
        <translation>正在测量 {0} 个类别</translation>
    </message>
    <message>
        <source>t-SNE needs at least {0} examples, and these tasks have {1}</source>
        <translation>t-SNE 至少需要 {0} 个样本，而这些任务有 {1} 个</translation>
    </message>
    <message>
        <source>t-SNE takes at most {0} examples, and one of these tasks has {1}</source>
        <translation>t-SNE 最多接受 {0} 个样本，而其中一个任务有 {1} 个</translation>
    </message>
    <message>
        <source>Adapting to tasks</source>
        <translation>正在适应任务</translation>
    </message>
    <message>
        <source>after inner step {0}</source>
        <translation>第 {0} 个内循环步之后</translation>
    </message>
    <message>
        <source>before any inner step</source>
        <translation>任何内循环步之前</translation>
    </message>
    <message>
        <source>The features of task {0} {1} are no finite numbers: the network diverges there</source>
        <translation>任务 {0} {1} 的特征不是有限的数：网络在此处发散</translation>
    </message>
    <message>
        <source>Laying out by t-SNE</source>
        <translation>正在用 t-SNE 布局</translation>
    </message>
    <message>
        <source>Looking for mistakes</source>
        <translation>正在查找错误</translation>
    </message>
    <message>
        <source>Looking for the hardest tasks</source>
        <translation>正在查找最难的任务</translation>
    </message>
    <message>
        <source>There is no field “{0}”{1}</source>
        <translation>没有字段“{0}”{1}</translation>
    </message>
    <message>
        <source>“{0}” can be {1}</source>
        <translation>“{0}”可以是 {1}</translation>
    </message>
    <message>
        <source>; there are {0}{1}.</source>
        <translation>；现有 {0}{1}。</translation>
    </message>
    <message>
        <source>runs with all these words in their name, settings, tags or notes</source>
        <translation>名称、设置、标签或备注中包含所有这些词的运行</translation>
    </message>
    <message>
        <source>runs with this tag; so for dataset, algorithm, learner, task and status</source>
        <translation>带有该标签的运行；dataset、algorithm、learner、task 和 status 同理</translation>
    </message>
    <message>
        <source>by what was reached; speed, time:&lt;1h and started:2026-11 work the same way</source>
        <translation>按达到的结果筛选；speed、time:&lt;1h 和 started:2026-11 用法相同</translation>
    </message>
    <message>
        <source>by any setting, under its name or its whole path</source>
        <translation>按任意设置项，可用其名称或完整路径</translation>
    </message>
    <message>
        <source>star:yes notes:*</source>
        <translation>star:yes notes:*</translation>
    </message>
    <message>
        <source>starred runs that have notes</source>
        <translation>有备注的星标运行</translation>
    </message>
    <message>
        <source>tag:"for paper" algorithm:meta*</source>
        <translation>tag:"for paper" algorithm:meta*</translation>
    </message>
    <message>
        <source>quotation marks keep words together, * stands for anything</source>
        <translation>引号使词语连在一起，* 代表任意内容</translation>
    </message>
    <message>
        <source>all but the failed ones</source>
        <translation>除失败之外的所有运行</translation>
    </message>
    <message>
        <source>Every part matches some run, but no run matches all of them.</source>
        <translation>每个部分都有运行符合，但没有运行同时符合全部。</translation>
    </message>
    <message>
        <source>and {0} more</source>
        <translation>等，另有 {0} 个</translation>
    </message>
    <message>
        <source>“{0}:” wants a value, as in {1}:{2}.</source>
        <translation>“{0}:”需要一个值，例如 {1}:{2}。</translation>
    </message>
    <message>
        <source>{0} cannot be compared with {1}; write {2}:{3}.</source>
        <translation>{0} 不能用 {1} 比较；请写 {2}:{3}。</translation>
    </message>
    <message>
        <source>{0} is yes or no, and not “{1}”.</source>
        <translation>{0} 应为 yes 或 no，而不是“{1}”。</translation>
    </message>
    <message>
        <source>“{0}” is no length of time; write seconds, or 30min, 2h or 1d.</source>
        <translation>“{0}”不是时长；请写秒数，或 30min、2h、1d。</translation>
    </message>
    <message>
        <source>“{0}” is no date; write 2026, 2026-11, 2026-11-20 or 2026-11-20T14:03.</source>
        <translation>“{0}”不是日期；请写 2026、2026-11、2026-11-20 或 2026-11-20T14:03。</translation>
    </message>
    <message>
        <source>{0} is a number, and “{1}” is none; write {2}:{3}.</source>
        <translation>{0} 是数字，而“{1}”不是；请写 {2}:{3}。</translation>
    </message>
    <message>
        <source>{0}: “{1}” is beyond what numbers here can be.</source>
        <translation>{0}：“{1}”超出了此处数字的范围。</translation>
    </message>
    <message>
        <source>No run matches “{0}”{1}</source>
        <translation>没有符合“{0}”的运行{1}</translation>
    </message>
    <message>
        <source>{0}{1} To look for the words as they stand, write "{2}".</source>
        <translation>{0}{1} 如要按原样查找这些词，请写 "{2}"。</translation>
    </message>
    <message>
        <source>there is no parameter {0}; there are {1}</source>
        <translation>没有参数 {0}；现有 {1}</translation>
    </message>
    <message>
        <source>{0} learns nothing from tasks, so no task gives it a gradient</source>
        <translation>{0} 不从任务中学习，因此没有任务为其提供梯度</translation>
    </message>
    <message>
        <source>{0} learns from batches of all training classes, and not from tasks</source>
        <translation>{0} 从所有训练类别的批次中学习，而不是从任务中学习</translation>
    </message>
    <message>
        <source>{0} gradients of {1} numbers take {2} GB; at most {3} GB are held</source>
        <translation>{0} 个梯度、每个 {1} 个数，需要 {2} GB；最多保留 {3} GB</translation>
    </message>
    <message>
        <source>Comparing the tasks</source>
        <translation>正在比较任务</translation>
    </message>
    <message>
        <source>Taking the gradients of tasks</source>
        <translation>正在计算任务的梯度</translation>
    </message>
    <message>
        <source>the gradient of task {0} holds numbers that are infinite or none at all</source>
        <translation>任务 {0} 的梯度中含有无穷大或非数值</translation>
    </message>
    <message>
        <source>{0} has components up to {1}, and not {2}</source>
        <translation>{0} 的分量最多到 {1}，没有 {2}</translation>
    </message>
    <message>
        <source>; runs with that in their name: {0}</source>
        <translation>；名称中包含它的运行：{0}</translation>
    </message>
    <message>
        <source>there is no run {0} in {1}{2}; 'innerloop runs' lists them, and 'last' is the newest</source>
        <translation>{1} 中没有运行 {0}{2}；用 'innerloop runs' 可列出全部运行，'last' 表示最新的</translation>
    </message>
    <message>
        <source>The index of runs {0}; it was made anew from the run folders, and nothing is lost.</source>
        <translation>运行索引 {0}；已根据运行文件夹重新建立，没有丢失任何内容。</translation>
    </message>
    <message>
        <source>there are no runs in {0} yet; start one with: innerloop train</source>
        <translation>{0} 中还没有运行；用 innerloop train 开始一个</translation>
    </message>
    <message>
        <source>{0} is the beginning of {1} runs: {2}</source>
        <translation>{0} 是 {1} 个运行名称的开头：{2}</translation>
    </message>
    <message>
        <source>was written by another version of the program ({0}, not {1})</source>
        <translation>由另一版本的程序写入（{0}，而不是 {1}）</translation>
    </message>
    <message>
        <source>status.json holds other things than a status: {0}</source>
        <translation>status.json 中的内容不是状态：{0}</translation>
    </message>
    <message>
        <source>{0}.{1} is {2}</source>
        <translation>{0}.{1} 是 {2}</translation>
    </message>
    <message>
        <source>the index of runs, {0}, cannot be used: {1}</source>
        <translation>无法使用运行索引 {0}：{1}</translation>
    </message>
    <message>
        <source>was damaged ({0})</source>
        <translation>已损坏（{0}）</translation>
    </message>
    <message>
        <source>{0} has no classes, so there are none that were seen in training</source>
        <translation>{0} 没有类别，因此没有训练中见过的类别</translation>
    </message>
    <message>
        <source>these settings do not fit what the run has learnt: {0} is {1} there and {2} here</source>
        <translation>这些设置与运行所学到的内容不符：{0} 在那里是 {1}，在这里是 {2}</translation>
    </message>
    <message>
        <source>{0} of the {1} {2} classes, such as {3}, are training classes of {4} by their names: unless the names mean others now, this is no measure of unseen classes</source>
        <translation>{1} 个 {2} 类别中有 {0} 个（如 {3}）按名称是 {4} 的训练类别：除非这些名称现在另有所指，否则这不能衡量未见过的类别</translation>
    </message>
    <message>
        <source>Starting worker processes</source>
        <translation>正在启动工作进程</translation>
    </message>
    <message>
        <source>the adaptation curve of iteration {0} is damaged; expected steps, mean and ci95 as lists of one length</source>
        <translation>第 {0} 次迭代的适应曲线已损坏；应有长度相同的列表 steps、mean 和 ci95</translation>
    </message>
    <message>
        <source>{0}, line {1} is damaged; expected one JSON object</source>
        <translation>{0} 第 {1} 行已损坏；应为一个 JSON 对象</translation>
    </message>
    <message>
        <source>{0} has no checkpoint yet: it writes the first one after iteration {1}</source>
        <translation>{0} 还没有检查点：第 {1} 次迭代之后才写入第一个</translation>
    </message>
    <message>
        <source>In {0}, “kind” is {1} where “pictures” or “points” belongs.</source>
        <translation>在 {0} 中，“kind”是 {1}，而此处应为“pictures”或“points”。</translation>
    </message>
    <message>
        <source>{0} is not a task of Innerloop: it has no entry “{1}”.</source>
        <translation>{0} 不是 Innerloop 的任务：缺少条目“{1}”。</translation>
    </message>
    <message>
        <source>{0} was saved by a newer Innerloop (task format {1}; this one reads up to {2}). Update Innerloop to open it.</source>
        <translation>{0} 由更新的 Innerloop 保存（任务格式 {1}；本程序最高支持 {2}）。请更新 Innerloop 后再打开。</translation>
    </message>
    <message>
        <source>strokes or a png belong</source>
        <translation>应有笔画或 png</translation>
    </message>
    <message>
        <source>In {0}, “{1}” holds {2} where {3}.</source>
        <translation>在 {0} 中，“{1}”是 {2}，而此处{3}。</translation>
    </message>
    <message>
        <source>{0} is too large to be a task ({1} bytes).</source>
        <translation>{0} 太大，不可能是任务（{1} 字节）。</translation>
    </message>
    <message>
        <source>{0} is not a task: it is not a text file.</source>
        <translation>{0} 不是任务：它不是文本文件。</translation>
    </message>
    <message>
        <source>{0} is not a task: {1}.</source>
        <translation>{0} 不是任务：{1}。</translation>
    </message>
    <message>
        <source>In {0}, “classes” has {1}; a task has at least 2.</source>
        <translation>在 {0} 中，“classes”有 {1} 个；一个任务至少有 2 个。</translation>
    </message>
    <message>
        <source>a list belongs</source>
        <translation>应有一个列表</translation>
    </message>
    <message>
        <source>In {0}, “{1}” has {2} entries; at most {3} are read.</source>
        <translation>在 {0} 中，“{1}”有 {2} 个条目；最多读取 {3} 个。</translation>
    </message>
    <message>
        <source>a class with a name belongs</source>
        <translation>应有一个带名称的类别</translation>
    </message>
    <message>
        <source>two numbers belong</source>
        <translation>应有两个数</translation>
    </message>
    <message>
        <source>In {0}, “{1}” has points outside of 0 to 1.</source>
        <translation>在 {0} 中，“{1}”有超出 0 到 1 的点。</translation>
    </message>
    <message>
        <source>In {0}, “{1}.png” is no PNG picture: {2}.</source>
        <translation>在 {0} 中，“{1}.png”不是 PNG 图片：{2}。</translation>
    </message>
    <message>
        <source>In {0}, “{1}.png” is {2} × {3} in mode {4}; a grey or RGB picture of at most a million pixels belongs there.</source>
        <translation>在 {0} 中，“{1}.png”为 {2} × {3}，模式 {4}；此处应为不超过一百万像素的灰度或 RGB 图片。</translation>
    </message>
    <message>
        <source>{0}about {1}</source>
        <translation>{0} 约 {1}</translation>
    </message>
    <message>
        <source>no run of that shape has been trained yet</source>
        <translation>尚未训练过这种规模的运行</translation>
    </message>
    <message>
        <source>{0} for {1} of them; how long {2} is not known, for {3}</source>
        <translation>其中 {1} 个需要 {0}；{2} 多久尚不清楚，因为 {3}</translation>
    </message>
    <message>
        <source>how long is not known, for no run of this shape has been trained yet</source>
        <translation>所需时间未知，因为尚未训练过这种规模的运行</translation>
    </message>
    <message>
        <source>{0} take</source>
        <translation>其余 {0} 个需要</translation>
    </message>
    <message>
        <source>{0} seconds</source>
        <translation>{0} 秒</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>不超过</translation>
    </message>
    <message>
        <source>a perplexity of {0} points is between 1 and {1}, not {2}</source>
        <translation>{0} 个点的困惑度应在 1 与 {1} 之间，而不是 {2}</translation>
    </message>
    <message>
        <source>no free name for a run like {0} in {1}</source>
        <translation>在 {1} 中没有适合 {0} 这样的运行的空闲名称</translation>
    </message>
    <message>
        <source>{0} is not a run: it has no experiment.toml</source>
        <translation>{0} 不是运行：其中没有 experiment.toml</translation>
    </message>
    <message>
        <source>split.json of {0} is damaged: it holds other things than lists of classes</source>
        <translation>{0} 的 split.json 已损坏：其中的内容不是类别的列表</translation>
    </message>
    <message>
        <source>{0} is being trained by another program; stop it there first</source>
        <translation>{0} 正由另一个程序训练；请先在那里停止</translation>
    </message>
    <message>
        <source>split.json of {0} is damaged: {1}</source>
        <translation>{0} 的 split.json 已损坏：{1}</translation>
    </message>
    <message>
        <source>the incomplete beta function at x = {0}, a = {1}, b = {2} did not settle</source>
        <translation>不完全贝塔函数在 x = {0}、a = {1}、b = {2} 处未收敛</translation>
    </message>
    <message>
        <source>The examples of {0} are no square pictures, so they cannot be drawn</source>
        <translation>{0} 的样本不是正方形图片，因此无法绘制</translation>
    </message>
    <message>
        <source>The functions of {0} are not of one number, so they cannot be drawn</source>
        <translation>{0} 的函数不是单变量函数，因此无法绘制</translation>
    </message>
</context>
</TS>
