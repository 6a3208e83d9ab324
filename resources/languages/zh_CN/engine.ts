<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>engine</name>
    <message>
        <source>--set {0}: write a setting and its value, as in algorithm.inner_lr=0.4</source>
        <translation>--set {0}：请写出设置项及其值，例如 algorithm.inner_lr=0.4</translation>
    </message>
    <message>
        <source>{0} classes</source>
        <translation>{0} 个类别</translation>
    </message>
    <message>
        <source>unseen classes ({0})</source>
        <translation>未见类别（{0}）</translation>
    </message>
    <message>
        <source>seen classes ({0})</source>
        <translation>已见类别（{0}）</translation>
    </message>
    <message>
        <source>gap, seen − unseen</source>
        <translation>差距，已见 − 未见</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>种子数</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>On macOS there is no entry to make, since Innerloop is no application bundle there. 'innerloop FILE' opens a session, and so does dropping one on the window.</source>
        <translation>在 macOS 上无需建立条目，因为 Innerloop 在那里不是应用程序包。用 'innerloop FILE' 或把会话文件拖到窗口上即可打开会话。</translation>
    </message>
    <message>
        <source>On Windows the system keeps which program opens which files. Press the right button on a session file, choose Open with › Choose another app, and pick innerloop.exe in {scripts}.</source>
        <translation>在 Windows 上，由系统决定用哪个程序打开哪些文件。右键点击会话文件，选择“打开方式 › 选择其他应用”，再选择 {scripts} 中的 innerloop.exe。</translation>
    </message>
    <message>
        <source>{0} failed: {1}</source>
        <translation>{0} 失败：{1}</translation>
    </message>
    <message>
        <source>no such setting{0}</source>
        <translation>没有这样的设置项{0}</translation>
    </message>
    <message>
        <source>; allowed: {0}</source>
        <translation>；可用的有：{0}</translation>
    </message>
    <message>
        <source>{0} is no {1} kind; allowed: {2}</source>
        <translation>{0} 不是 {1} 的种类；可用的有：{2}</translation>
    </message>
    <message>
        <source>{0} has schema {1}; this program reads up to {2}. Update it</source>
        <translation>{0} 的格式版本为 {1}；本程序最高支持 {2}。请更新本程序</translation>
    </message>
    <message>
        <source>channels_last needs batch or no normalization, not {0}; choose auto</source>
        <translation>“通道在后”要求使用批归一化或不归一化，而不是 {0}；请选择“自动”</translation>
    </message>
    <message>
        <source>no such setting here: it belongs to {0}; the {1} here is {2}</source>
        <translation>这里没有这样的设置项：它属于 {0}；这里的 {1} 是 {2}</translation>
    </message>
    <message>
        <source>another {0}, such as {1}</source>
        <translation>其他 {0}，例如 {1}</translation>
    </message>
    <message>
        <source>{0} solves {1}, and {2} is {3}</source>
        <translation>{0} 解决 {1}，而 {2} 是 {3}</translation>
    </message>
    <message>
        <source>{0} needs {1} inputs; {2} has {3}s</source>
        <translation>{0} 需要 {1} 输入；而 {2} 提供 {3}</translation>
    </message>
    <message>
        <source>{0} has one output per class, so training must have {1} ways like evaluation, not {2}</source>
        <translation>{0} 的每个类别对应一个输出，因此训练的类别数必须与评估相同，为 {1}，而不是 {2}</translation>
    </message>
    <message>
        <source>population statistics belong to parameters that are not adapted; with {0} choose transductive or per_query</source>
        <translation>“总体”统计量属于不参与适应的参数；使用 {0} 时请选择“直推式”或“逐个查询”</translation>
    </message>
    <message>
        <source>{0} needs a line 'schema = {1}' at its top</source>
        <translation>{0} 的开头需要有一行“schema = {1}”</translation>
    </message>
    <message>
        <source>the inner loop of {0} needs float32</source>
        <translation>{0} 的内循环需要 float32</translation>
    </message>
    <message>
        <source>{0} is not valid TOML: {1}</source>
        <translation>{0} 不是有效的 TOML：{1}</translation>
    </message>
    <message>
        <source>{0} is not a text file: {1}</source>
        <translation>{0} 不是文本文件：{1}</translation>
    </message>
    <message>
        <source>bfloat16 needs compute.mapping auto or sequential</source>
        <translation>bfloat16 要求 compute.mapping 为“自动”或“逐个”</translation>
    </message>
    <message>
        <source>; it is spoken of in {0}</source>
        <translation>；相关内容见 {0}</translation>
    </message>
    <message>
        <source>there is no help page {0}{1}</source>
        <translation>没有帮助页面 {0}{1}</translation>
    </message>
    <message>
        <source>{0} can be {1}; ask for one of them</source>
        <translation>{0} 可以是 {1}；请指明其中一个</translation>
    </message>
    <message>
        <source>; innerloop help lists them</source>
        <translation>；用 innerloop help 可列出全部页面</translation>
    </message>
    <message>
        <source>{0} and {1}</source>
        <translation>{0} 和 {1}</translation>
    </message>
    <message>
        <source>Begin here</source>
        <translation>从这里开始</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Learners</source>
        <translation>学习器</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>默认值</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>It solves classification.</source>
        <translation>它用于分类。</translation>
    </message>
    <message>
        <source>It solves regression.</source>
        <translation>它用于回归。</translation>
    </message>
    <message>
        <source>It solves classification and regression.</source>
        <translation>它用于分类和回归。</translation>
    </message>
    <message>
        <source>The tasks are classification, on pictures.</source>
        <translation>任务是对图片分类。</translation>
    </message>
    <message>
        <source>The tasks are classification, on numbers.</source>
        <translation>任务是对数值分类。</translation>
    </message>
    <message>
        <source>The tasks are regression, on pictures.</source>
        <translation>任务是对图片做回归。</translation>
    </message>
    <message>
        <source>The tasks are regression, on numbers.</source>
        <translation>任务是对数值做回归。</translation>
    </message>
    <message>
        <source>It takes pictures.</source>
        <translation>它接受图片。</translation>
    </message>
    <message>
        <source>It takes numbers.</source>
        <translation>它接受数值。</translation>
    </message>
    <message>
        <source>It takes pictures and numbers.</source>
        <translation>它接受图片和数值。</translation>
    </message>
    <message>
        <source>For algorithms with an inner loop.</source>
        <translation>用于有内循环的算法。</translation>
    </message>
    <message>
        <source>For pictures.</source>
        <translation>用于图片。</translation>
    </message>
    <message>
        <source>For regression.</source>
        <translation>用于回归。</translation>
    </message>
    <message>
        <source>The outer loop finds a place θ from which each task is near.</source>
        <translation>外循环找到一个靠近每个任务的位置 θ。</translation>
    </message>
    <message>
        <source>Learnt steps go straight to where plain gradients go to and fro.</source>
        <translation>学到的步直接走向目标，而普通梯度来回摆动。</translation>
    </message>
    <message>
        <source>Each class lies somewhere; a query belongs to the nearest.</source>
        <translation>每个类别各有所在；查询样本归入最近的类别。</translation>
    </message>
    <message>
        <source>Features are learnt; what divides classes is solved at once.</source>
        <translation>特征是学到的；划分类别的部分一次求解。</translation>
    </message>
    <message>
        <source>A network reads the support set, and answers for a query.</source>
        <translation>网络读入支持集，并回答查询。</translation>
    </message>
    <message>
        <source>What a meta-learner is held against: chance and methods without meta-learning.</source>
        <translation>与元学习器相比较的基准：随机猜测和不做元学习的方法。</translation>
    </message>
    <message>
        <source>What the letters mean is said in [What meta-learning is](meta-learning).</source>
        <translation>各字母的含义见[什么是元学习](meta-learning)。</translation>
    </message>
    <message>
        <source>{0} or {1}</source>
        <translation>{0} 或 {1}</translation>
    </message>
    <message>
        <source>Where {0} is {1}.</source>
        <translation>当 {0} 为 {1} 时。</translation>
    </message>
    <message>
        <source>Settings: {0}</source>
        <translation>设置：{0}</translation>
    </message>
    <message>
        <source>It works with {0}.</source>
        <translation>它可与 {0} 配合使用。</translation>
    </message>
    <message>
        <source>It needs no learner.</source>
        <translation>它不需要学习器。</translation>
    </message>
    <message>
        <source>on or off</source>
        <translation>开或关</translation>
    </message>
    <message>
        <source>resources/help: the page {0} needs a first line '# Title'</source>
        <translation>resources/help：页面 {0} 的第一行需要是“# 标题”</translation>
    </message>
    <message>
        <source>Presets, and the figures that they aim at</source>
        <translation>预设及其目标数值</translation>
    </message>
    <message>
        <source>{0}: a heading stands alone between empty lines: {1}</source>
        <translation>{0}：标题应独占一行，前后为空行：{1}</translation>
    </message>
    <message>
        <source>; there are {0}</source>
        <translation>；现有 {0}</translation>
    </message>
    <message>
        <source>there is no preset {0}{1}</source>
        <translation>没有预设 {0}{1}</translation>
    </message>
    <message>
        <source>{0} is no preset: {1}</source>
        <translation>{0} 不是预设：{1}</translation>
    </message>
    <message>
        <source>; did you mean {0}?</source>
        <translation>；是不是想写 {0}？</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>a text in quotes</source>
        <translation>带引号的文本</translation>
    </message>
    <message>
        <source>a finite number</source>
        <translation>有限的数</translation>
    </message>
    <message>
        <source>at least {0}</source>
        <translation>不小于 {0}</translation>
    </message>
    <message>
        <source>more than {0}</source>
        <translation>大于 {0}</translation>
    </message>
    <message>
        <source>at most {0}</source>
        <translation>不超过 {0}</translation>
    </message>
    <message>
        <source>less than {0}</source>
        <translation>小于 {0}</translation>
    </message>
    <message>
        <source>{0} is out of range; it must be {1}</source>
        <translation>{0} 超出范围；可取：{1}</translation>
    </message>
    <message>
        <source>{0} is not {1}</source>
        <translation>{0} 不是 {1}</translation>
    </message>
    <message>
        <source>{0} is not allowed; choose one of {1}{2}</source>
        <translation>不允许 {0}；请从 {1} 中选择{2}</translation>
    </message>
    <message>
        <source>{0} is not a table of settings; write [{1}] and its settings below</source>
        <translation>{0} 不是设置项的表；请写 [{1}]，并在其下写出设置项</translation>
    </message>
    <message>
        <source>{0}, up to {1}</source>
        <translation>{0}，不超过 {1}</translation>
    </message>
    <message>
        <source>“{0}” in {1}</source>
        <translation>{1} 中的“{0}”</translation>
    </message>
    <message>
        <source>Which {0} the experiment uses.</source>
        <translation>实验使用哪个 {0}。</translation>
    </message>
    <message>
        <source>{0} draws gave only {1} different combinations; ask for fewer runs</source>
        <translation>{0} 次抽取只得到 {1} 种不同的组合；请减少运行数</translation>
    </message>
    <message>
        <source>{0} cannot be varied</source>
        <translation>{0} 不能变化取值</translation>
    </message>
    <message>
        <source>these are {0} combinations, and a sweep has at most {1} runs; try random draws</source>
        <translation>共有 {0} 种组合，而一次参数扫描最多 {1} 次运行；请尝试随机抽取</translation>
    </message>
    <message>
        <source>nothing is varied yet; name a setting and two or more values for it</source>
        <translation>尚无变化取值的设置项；请指定一个设置项及其两个或更多的值</translation>
    </message>
    <message>
        <source>every combination needs a number of values; write it behind, as in {0}*5</source>
        <translation>完整组合要求给出取值的个数；请写在后面，例如 {0}*5</translation>
    </message>
    <message>
        <source>there are only {0} different combinations, fewer than {1} runs; take every combination</source>
        <translation>只有 {0} 种不同的组合，少于 {1} 次运行；请采用全部组合</translation>
    </message>
    <message>
        <source>{0} is no number of runs; a sweep has 1 to {1}</source>
        <translation>{0} 不是有效的运行数；一次参数扫描有 1 到 {1} 次运行</translation>
    </message>
    <message>
        <source>has no effect with the other settings</source>
        <translation>与其他设置项一起使用时不起作用</translation>
    </message>
    <message>
        <source>{0} is not below {1}; a range goes from the smaller to the larger number</source>
        <translation>{0} 不小于 {1}；范围应从较小的数到较大的数</translation>
    </message>
    <message>
        <source>a range cannot be divided into {0} values; it has 2 to {1}</source>
        <translation>范围不能划分为 {0} 个值；应为 2 到 {1} 个</translation>
    </message>
    <message>
        <source>{0} is neither true nor false</source>
        <translation>{0} 既不是 true 也不是 false</translation>
    </message>
    <message>
        <source>give one or more values, as in {0}={1}</source>
        <translation>请给出一个或多个值，例如 {0}={1}</translation>
    </message>
    <message>
        <source>{0} has no place on a logarithmic scale</source>
        <translation>{0} 无法用对数刻度表示</translation>
    </message>
    <message>
        <source>{0} is not allowed; choose among {1}</source>
        <translation>不允许 {0}；请从 {1} 中选择</translation>
    </message>
    <message>
        <source>{0} is given twice</source>
        <translation>{0} 给出了两次</translation>
    </message>
    <message>
        <source>classification</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>regression</source>
        <translation>回归</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>image</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>vector</source>
        <translation>向量</translation>
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
        <source>a number</source>
        <translation>数</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>meta-loss</source>
        <translation>元损失</translation>
    </message>
    <message>
        <source>meta-gradient</source>
        <translation>元梯度</translation>
    </message>
    <message>
        <source>1 evaluation</source>
        <translation>1 次评估</translation>
    </message>
    <message>
        <source>1 takes</source>
        <translation>其余 1 个需要</translation>
    </message>
    <message>
        <source>worker process {0} of {1} {2}</source>
        <translation>第 {0} 个工作进程（共 {1} 个）{2}</translation>
    </message>
    <message>
        <source>a second</source>
        <translation>1 秒</translation>
    </message>
    <message>
        <source>{0} minutes</source>
        <translation>{0} 分钟</translation>
    </message>
    <message>
        <source>{0} hours</source>
        <translation>{0} 小时</translation>
    </message>
    <message>
        <source>{0} days</source>
        <translation>{0} 天</translation>
    </message>
    <message>
        <source>train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>truth</source>
        <translation>真实函数</translation>
    </message>
    <message>
        <source>prediction</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>chance</source>
        <translation>随机猜测</translation>
    </message>
    <message>
        <source>newest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>Meta-loss</source>
        <translation>元损失</translation>
    </message>
    <message>
        <source>mean, 95 % CI</source>
        <translation>均值，95 % 置信区间</translation>
    </message>
    <message>
        <source>after, 95 % CI</source>
        <translation>适应后，95 % 置信区间</translation>
    </message>
    <message>
        <source>held-out tasks</source>
        <translation>留出的任务</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0}（{1}）</translation>
    </message>
    <message>
        <source>, or </source>
        <translation>，或 </translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>: </source>
        <translation>：</translation>
    </message>
</context>
</TS>
