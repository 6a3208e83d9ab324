<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>views</name>
    <message>
        <source>These runs were measured on different tasks, so their figures do not compare.</source>
        <translation>这些运行在不同的任务上测量，其数值不可比较。</translation>
    </message>
    <message>
        <source>How the curve changed during training was not recorded: the run is from an earlier version.</source>
        <translation>未记录曲线在训练中的变化：该运行来自较早的版本。</translation>
    </message>
    <message>
        <source>Time of training</source>
        <translation>训练时刻</translation>
    </message>
    <message>
        <source>The time of training whose curves are shown</source>
        <translation>显示哪一训练时刻的曲线</translation>
    </message>
    <message>
        <source>Play the training</source>
        <translation>播放训练过程</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Keep the curves of this time to compare with others</source>
        <translation>保留此时刻的曲线，以便与其他时刻比较</translation>
    </message>
    <message>
        <source>iteration {0}</source>
        <translation>迭代 {0}</translation>
    </message>
    <message>
        <source>Iteration {0}</source>
        <translation>迭代 {0}</translation>
    </message>
    <message>
        <source>iterations {0} to {1}</source>
        <translation>迭代 {0} 至 {1}</translation>
    </message>
    <message>
        <source>; the function is of {0}</source>
        <translation>；函数取自 {0}</translation>
    </message>
    <message>
        <source>{0} more sorts of tasks have no room: select fewer runs.</source>
        <translation>另有 {0} 种任务放不下：请减少所选运行。</translation>
    </message>
    <message>
        <source>Only the newest curve was recorded of {0}.</source>
        <translation>{0} 只记录了最新的曲线。</translation>
    </message>
    <message>
        <source>the run is</source>
        <translation>该运行</translation>
    </message>
    <message>
        <source>the runs are</source>
        <translation>这些运行</translation>
    </message>
    <message>
        <source>held-out validation</source>
        <translation>留出的验证</translation>
    </message>
    <message>
        <source>held-out test</source>
        <translation>留出的测试</translation>
    </message>
    <message>
        <source>tasks unknown: the settings cannot be read</source>
        <translation>任务未知：设置无法读取</translation>
    </message>
    <message>
        <source>Working on it</source>
        <translation>正在计算</translation>
    </message>
    <message>
        <source>as many as set</source>
        <translation>按设置</translation>
    </message>
    <message>
        <source>By run</source>
        <translation>按运行</translation>
    </message>
    <message>
        <source>{n} tasks</source>
        <translation>{n} 个任务</translation>
    </message>
    <message>
        <source>By {setting}</source>
        <translation>按{setting}</translation>
    </message>
    <message>
        <source>Nothing to compare yet</source>
        <translation>还没有可比较的内容</translation>
    </message>
    <message>
        <source>Select two or more finished runs in the table, with Ctrl or Shift held down.</source>
        <translation>按住 Ctrl 或 Shift，在列表中选择两个或更多已完成的运行。</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>叠加</translation>
    </message>
    <message>
        <source>Small multiples</source>
        <translation>小图阵列</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Look at it as</source>
        <translation>查看方式</translation>
    </message>
    <message>
        <source>A table, curves over one another, or small plots</source>
        <translation>表格、叠加的曲线或多个小图</translation>
    </message>
    <message>
        <source>Tasks of</source>
        <translation>任务来自</translation>
    </message>
    <message>
        <source>Which unseen classes: of test or of validation</source>
        <translation>哪些未见类别：测试类别或验证类别</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务数</translation>
    </message>
    <message>
        <source>How many tasks are measured: more tell smaller differences</source>
        <translation>测量多少个任务：越多越能分辨微小差异</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>重新测量</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>What is drawn of each run</source>
        <translation>每个运行绘制的内容</translation>
    </message>
    <message>
        <source>One plot for each</source>
        <translation>每个小图对应</translation>
    </message>
    <message>
        <source>What each of the small plots stands for</source>
        <translation>每个小图代表什么</translation>
    </message>
    <message>
        <source>Draw what guessing would reach</source>
        <translation>绘制随机猜测所能达到的水平</translation>
    </message>
    <message>
        <source>Add the yardsticks trained for the same tasks</source>
        <translation>添加为相同任务训练的基准</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>复制为 Markdown</translation>
    </message>
    <message>
        <source>Copy as LaTeX</source>
        <translation>复制为 LaTeX</translation>
    </message>
    <message>
        <source>Not measured</source>
        <translation>未测量</translation>
    </message>
    <message>
        <source>Press Measure again, or select other runs.</source>
        <translation>点击“重新测量”，或选择其他运行。</translation>
    </message>
    <message>
        <source>Validation result</source>
        <translation>验证结果</translation>
    </message>
    <message>
        <source>No run to show yet</source>
        <translation>还没有可显示的运行</translation>
    </message>
    <message>
        <source>Select runs in the table, with Ctrl or Shift held down.</source>
        <translation>按住 Ctrl 或 Shift，在表格中选择运行。</translation>
    </message>
    <message>
        <source>Not measured yet</source>
        <translation>尚未测量</translation>
    </message>
    <message>
        <source>The first evaluation on validation tasks appears here.</source>
        <translation>在验证任务上的第一次评估会出现在这里。</translation>
    </message>
    <message>
        <source>No iteration yet</source>
        <translation>还没有迭代</translation>
    </message>
    <message>
        <source>The first points appear as soon as they are there.</source>
        <translation>第一批点一出现就会显示在这里。</translation>
    </message>
    <message>
        <source>No adaptation yet</source>
        <translation>尚无适应结果</translation>
    </message>
    <message>
        <source>The first evaluation shows how held-out tasks adapt, step by step.</source>
        <translation>第一次评估会逐步显示留出的任务如何适应。</translation>
    </message>
    <message>
        <source>{0} of {1} runs left out: squared error cannot share an axis with accuracy</source>
        <translation>{1} 个运行中有 {0} 个未显示：平方误差不能与准确率共用一个轴</translation>
    </message>
    <message>
        <source>Meta-loss, smoothed</source>
        <translation>平滑后的元损失</translation>
    </message>
    <message>
        <source>Validation {0}</source>
        <translation>验证 {0}</translation>
    </message>
    <message>
        <source>Held-out {0} against the inner step</source>
        <translation>留出任务的 {0} 随内循环步的变化</translation>
    </message>
    <message>
        <source>Inner step</source>
        <translation>内循环步</translation>
    </message>
    <message>
        <source>chance of {0} ways</source>
        <translation>{0} 个类别的随机猜测</translation>
    </message>
    <message>
        <source>mean of {0} iterations</source>
        <translation>{0} 次迭代的均值</translation>
    </message>
    <message>
        <source>after adaptation, 95 % CI</source>
        <translation>适应后，95% 置信区间</translation>
    </message>
    <message>
        <source>{n} more plots are not shown</source>
        <translation>另有 {n} 张图未显示</translation>
    </message>
    <message>
        <source>Without {setting}</source>
        <translation>无{setting}</translation>
    </message>
    <message>
        <source>Learning curves over one another</source>
        <translation>叠加的学习曲线</translation>
    </message>
    <message>
        <source>What differs in their settings</source>
        <translation>设置的差异</translation>
    </message>
    <message>
        <source>Their settings are the same</source>
        <translation>设置相同</translation>
    </message>
    <message>
        <source>{0} {1} tasks of {2} {3}</source>
        <translation>{2} {3}的 {0} 个{1}任务</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Differing settings</source>
        <translation>有差异的设置项</translation>
    </message>
    <message>
        <source>The best is {0}</source>
        <translation>最佳为 {0}</translation>
    </message>
    <message>
        <source>best checkpoints</source>
        <translation>最佳检查点</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>矩阵</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Confused pairs</source>
        <translation>易混淆的类别对</translation>
    </message>
    <message>
        <source>Accuracy {unseen}, of seen classes {seen}, gap (seen − unseen) {gap}</source>
        <translation>准确率 {unseen}，已见类别 {seen}，差距（已见 − 未见）{gap}</translation>
    </message>
    <message>
        <source>Precision {precision}, F1 {f1}, calibration error (ECE) {ece} (pooled {pooled})</source>
        <translation>精确率 {precision}，F1 {f1}，校准误差（ECE）{ece}（合并 {pooled}）</translation>
    </message>
    <message>
        <source>Means over the tasks with their 95 % intervals, as innerloop evaluate gives them. Precision and F1 are those of the classes of a task, averaged; recall, averaged so, is the accuracy. The few queries of one task make its calibration error larger; pooled is that of all queries at once, as the picture of the calibration shows it. Tables and matrix are pooled, too.</source>
        <translation>各任务的均值及其 95 % 区间，与 innerloop evaluate 给出的相同。精确率和 F1 为任务内各类别的平均；召回率如此平均即为准确率。单个任务的查询样本很少，因此其校准误差偏大；“合并”为所有查询样本一起计算的值，与校准图一致。表格和矩阵也是合并计算的。</translation>
    </message>
    <message>
        <source>No run to measure yet</source>
        <translation>还没有可测量的运行</translation>
    </message>
    <message>
        <source>Press Start, or select a run in the table: its mistakes are counted here by class.</source>
        <translation>点击“开始”，或在列表中选择一个运行：这里按类别统计其错误。</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>True class</source>
        <translation>真实类别</translation>
    </message>
    <message>
        <source>Taken for</source>
        <translation>误认为</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>taken for</source>
        <translation>误认为</translation>
    </message>
    <message>
        <source>Which unseen classes: of validation or of test</source>
        <translation>哪些未见类别：验证类别或测试类别</translation>
    </message>
    <message>
        <source>Reliability</source>
        <translation>可靠性</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>Measures of each class</source>
        <translation>各类别的指标</translation>
    </message>
    <message>
        <source>Most confused pairs of classes</source>
        <translation>最易混淆的类别对</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图</translation>
    </message>
    <message>
        <source>What is drawn</source>
        <translation>绘制内容</translation>
    </message>
    <message>
        <source>What is listed</source>
        <translation>列出内容</translation>
    </message>
    <message>
        <source>as sure as right</source>
        <translation>置信度等于准确率</translation>
    </message>
    <message>
        <source>Confusion matrix of the most confused classes</source>
        <translation>最易混淆类别的混淆矩阵</translation>
    </message>
    <message>
        <source>True class ↓</source>
        <translation>真实类别 ↓</translation>
    </message>
    <message>
        <source>Predicted class →</source>
        <translation>预测类别 →</translation>
    </message>
    <message>
        <source>Share of a row</source>
        <translation>占该行的比例</translation>
    </message>
    <message>
        <source>{0} {1}: {2} of {3} queries ({4})</source>
        <translation>{0} {1}：{3} 个查询样本中的 {2} 个（{4}）</translation>
    </message>
    <message>
        <source>rightly recognised</source>
        <translation>识别正确</translation>
    </message>
    <message>
        <source>taken for {0}</source>
        <translation>误认为 {0}</translation>
    </message>
    <message>
        <source>Cosines between the gradients of tasks</source>
        <translation>任务梯度之间的余弦</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>{0} {1} and {2}: cosine {3}</source>
        <translation>{0} {1} 与 {2}：余弦 {3}</translation>
    </message>
    <message>
        <source>a row has {0} cells, and the head {1}</source>
        <translation>某一行有 {0} 个单元格，而表头有 {1} 个</translation>
    </message>
    <message>
        <source>a smoothing weight is at least 0 and below 1, not {0}</source>
        <translation>平滑权重应不小于 0 且小于 1，而不是 {0}</translation>
    </message>
    <message>
        <source>Draw with mouse or pen; drop or paste a picture. Delete clears, Enter shows more.</source>
        <translation>用鼠标或笔绘制；也可拖入或粘贴图片。Delete 清空，Enter 显示更多。</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>空白</translation>
    </message>
    <message>
        <source>{sheet}: {what}, nearest to the query</source>
        <translation>{sheet}：{what}，与查询样本最接近</translation>
    </message>
    <message>
        <source>{sheet}: {what}</source>
        <translation>{sheet}：{what}</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>选择图片</translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation>选择图片…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>drawn</source>
        <translation>已绘制</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>The clipboard holds no picture.</source>
        <translation>剪贴板中没有图片。</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>该图片</translation>
    </message>
    <message>
        <source>{0} is larger than {1} bytes.</source>
        <translation>{0} 超过 {1} 字节。</translation>
    </message>
    <message>
        <source>Perplexity </source>
        <translation>困惑度 </translation>
    </message>
    <message>
        <source>1 task</source>
        <translation>1 个任务</translation>
    </message>
    <message>
        <source>About how many neighbours of each example count; {n} examples allow {least} to {most}</source>
        <translation>每个样本大约考虑多少个近邻；{n} 个样本允许 {least} 至 {most}</translation>
    </message>
    <message>
        <source>No run to look into yet</source>
        <translation>还没有可查看的运行</translation>
    </message>
    <message>
        <source>Press Start, or select a run in the table: its examples are laid out here by what the model makes of them.</source>
        <translation>点击“开始”，或在列表中选择一个运行：这里按模型对样本的理解将其排布。</translation>
    </message>
    <message>
        <source>Principal components: the directions along which the features differ most</source>
        <translation>主成分：特征差异最大的方向</translation>
    </message>
    <message>
        <source>Neighbours stay neighbours, whatever else must give way</source>
        <translation>优先保持近邻关系</translation>
    </message>
    <message>
        <source>No network</source>
        <translation>没有网络</translation>
    </message>
    <message>
        <source>No inner steps</source>
        <translation>没有内循环步</translation>
    </message>
    <message>
        <source>Adapting leaves them as they are</source>
        <translation>适应不改变它们</translation>
    </message>
    <message>
        <source>The run that is looked into</source>
        <translation>正在查看的运行</translation>
    </message>
    <message>
        <source>Which tasks: of training, validation or test classes</source>
        <translation>哪些任务：训练、验证或测试类别</translation>
    </message>
    <message>
        <source>Task number</source>
        <translation>任务编号</translation>
    </message>
    <message>
        <source>The task, or the first of several, by its number</source>
        <translation>任务的编号，或多个任务中的第一个</translation>
    </message>
    <message>
        <source>How many tasks are laid out together: at most {0} examples in all</source>
        <translation>一起排布多少个任务：样本总数至多 {0}</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>How the features are brought into the plane</source>
        <translation>如何将特征映射到平面</translation>
    </message>
    <message>
        <source>Perplexity</source>
        <translation>困惑度</translation>
    </message>
    <message>
        <source>task {0}</source>
        <translation>任务 {0}</translation>
    </message>
    <message>
        <source>tasks {0} to {1}</source>
        <translation>任务 {0} 至 {1}</translation>
    </message>
    <message>
        <source>the inputs themselves</source>
        <translation>输入本身</translation>
    </message>
    <message>
        <source>{0} features</source>
        <translation>{0} 维特征</translation>
    </message>
    <message>
        <source>{0} examples in {1}</source>
        <translation>{0} 个样本，{1}</translation>
    </message>
    <message>
        <source>Not laid out</source>
        <translation>未排布</translation>
    </message>
    <message>
        <source>Choose a task or a method to lay out examples again.</source>
        <translation>选择任务或方法可重新排布。</translation>
    </message>
    <message>
        <source>a newer checkpoint is there</source>
        <translation>有更新的检查点</translation>
    </message>
    <message>
        <source>Lay out again</source>
        <translation>重新排布</translation>
    </message>
    <message>
        <source>{0}
{1}
Task {2}</source>
        <translation>{0}
{1}
任务 {2}</translation>
    </message>
    <message>
        <source>Task {0}</source>
        <translation>任务 {0}</translation>
    </message>
    <message>
        <source>{0}
Example {1}, {2}
{3}</source>
        <translation>{0}
样本 {1}，{2}
{3}</translation>
    </message>
    <message>
        <source>Prototype</source>
        <translation>原型</translation>
    </message>
    <message>
        <source>Class mean of the support set</source>
        <translation>支持集的类别均值</translation>
    </message>
    <message>
        <source>class mean</source>
        <translation>类别均值</translation>
    </message>
    <message>
        <source>No examples</source>
        <translation>没有样本</translation>
    </message>
    <message>
        <source>support</source>
        <translation>支持集</translation>
    </message>
    <message>
        <source>prototype</source>
        <translation>原型</translation>
    </message>
    <message>
        <source>class mean of the support set</source>
        <translation>支持集的类别均值</translation>
    </message>
    <message>
        <source>Across: component 1, {0} of the variance.  Upwards: component 2, {1}</source>
        <translation>横向：第 1 主成分，占方差 {0}。纵向：第 2 主成分，{1}</translation>
    </message>
    <message>
        <source>Neighbours lie together; how far apart groups lie, and how large they are, says little</source>
        <translation>近邻相聚；各组之间的距离和大小没有多少含义</translation>
    </message>
    <message>
        <source>after step {0}</source>
        <translation>第 {0} 步后</translation>
    </message>
    <message>
        <source>{0} examples{1}; the arrow keys go through them</source>
        <translation>{0} 个样本{1}；用方向键逐个查看</translation>
    </message>
    <message>
        <source>1 mistake</source>
        <translation>1 个错误</translation>
    </message>
    <message>
        <source>{n} mistakes</source>
        <translation>{n} 个错误</translation>
    </message>
    <message>
        <source>No task</source>
        <translation>没有任务</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>支持集</translation>
    </message>
    <message>
        <source>1 example</source>
        <translation>1 个样本</translation>
    </message>
    <message>
        <source>{n} examples</source>
        <translation>{n} 个样本</translation>
    </message>
    <message>
        <source>1 query</source>
        <translation>1 个查询样本</translation>
    </message>
    <message>
        <source>{n} queries</source>
        <translation>{n} 个查询样本</translation>
    </message>
    <message>
        <source>No query is predicted wrongly after this step.</source>
        <translation>这一步之后没有预测错误的查询样本。</translation>
    </message>
    <message>
        <source>Task {0}: {1} of {2} queries right</source>
        <translation>任务 {0}：{2} 个查询样本中 {1} 个正确</translation>
    </message>
    <message>
        <source>{0}. Mistakes: {1}</source>
        <translation>{0}。错误：{1}</translation>
    </message>
    <message>
        <source>{0} taken for {1}</source>
        <translation>{0} 被误认为 {1}</translation>
    </message>
    <message>
        <source>Only mistakes</source>
        <translation>只看错误</translation>
    </message>
    <message>
        <source>Show only queries that are predicted wrongly, and pass over tasks without any</source>
        <translation>只显示预测错误的查询样本，并跳过没有错误的任务</translation>
    </message>
    <message>
        <source>Hardest of {n}</source>
        <translation>{n} 个中最难的</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>按顺序</translation>
    </message>
    <message>
        <source>Press Start, or select a run in the table: any of its tasks can be looked at here.</source>
        <translation>点击“开始”，或在列表中选择一个运行：这里可以查看它的任意任务。</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Go to a task by its number; the same number is the same task for ever</source>
        <translation>按编号转到任务；同一编号永远是同一个任务</translation>
    </message>
    <message>
        <source>{0}, task {1}</source>
        <translation>{0}，任务 {1}</translation>
    </message>
    <message>
        <source>Squared error {0} {1}</source>
        <translation>{1}平方误差 {0}</translation>
    </message>
    <message>
        <source>{0} ({1} before adapting)</source>
        <translation>{0}（适应前 {1}）</translation>
    </message>
    <message>
        <source>Previous task (Alt+Left)</source>
        <translation>上一个任务 (Alt+Left)</translation>
    </message>
    <message>
        <source>Next task (Alt+Right)</source>
        <translation>下一个任务 (Alt+Right)</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>In which order Next and Previous go through the tasks</source>
        <translation>“上一个”和“下一个”按什么顺序浏览任务</translation>
    </message>
    <message>
        <source>{0}: {1} of {2}</source>
        <translation>{0}：{1} / {2}</translation>
    </message>
    <message>
        <source>No. {0} of {1}</source>
        <translation>第 {0} / {1} 个</translation>
    </message>
    <message>
        <source>before adapting</source>
        <translation>适应前</translation>
    </message>
    <message>
        <source>{0} of {1} right {2}</source>
        <translation>{2} {1} 个中 {0} 个正确</translation>
    </message>
    <message>
        <source>{0} right</source>
        <translation>{0} 个正确</translation>
    </message>
    <message>
        <source>No mistake in the tasks around here</source>
        <translation>附近的任务没有错误</translation>
    </message>
    <message>
        <source>ranked at iteration {0}</source>
        <translation>按迭代 {0} 排序</translation>
    </message>
    <message>
        <source>Rank again</source>
        <translation>重新排序</translation>
    </message>
    <message>
        <source>Not looked at</source>
        <translation>未查看</translation>
    </message>
    <message>
        <source>Choose a task by its number, or another order, to look again.</source>
        <translation>选择任务编号或其他顺序可重新查看。</translation>
    </message>
    <message>
        <source>the picture could not be encoded as PNG</source>
        <translation>图片无法编码为 PNG</translation>
    </message>
    <message>
        <source>Held-out task</source>
        <translation>留出的任务</translation>
    </message>
    <message>
        <source>Task {n}</source>
        <translation>任务 {n}</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>No function to show</source>
        <translation>没有可显示的函数</translation>
    </message>
    <message>
        <source>Regression tasks show their function here.</source>
        <translation>回归任务在这里显示其函数。</translation>
    </message>
    <message>
        <source>Previous task</source>
        <translation>上一个任务</translation>
    </message>
    <message>
        <source>Next task</source>
        <translation>下一个任务</translation>
    </message>
    <message>
        <source>one step earlier</source>
        <translation>前一步</translation>
    </message>
    <message>
        <source>{0} steps earlier</source>
        <translation>前 {0} 步</translation>
    </message>
    <message>
        <source>prediction, {0}</source>
        <translation>预测，{0}</translation>
    </message>
    <message>
        <source>No norms were recorded</source>
        <translation>未记录范数</translation>
    </message>
    <message>
        <source>Earlier versions did not keep them for each layer; a run that is trained from now on does.</source>
        <translation>较早的版本未逐层记录；此后训练的运行会记录。</translation>
    </message>
    <message>
        <source>Norm of the meta-gradient by layer</source>
        <translation>逐层的元梯度范数</translation>
    </message>
    <message>
        <source>all layers</source>
        <translation>所有层</translation>
    </message>
    <message>
        <source>Components of the meta-gradient</source>
        <translation>元梯度的分量</translation>
    </message>
    <message>
        <source>Value of a component</source>
        <translation>分量的值</translation>
    </message>
    <message>
        <source>Norm of a task {norm}, of their mean {mean}; cosine {cosine}; noise scale {noise}</source>
        <translation>任务梯度范数 {norm}，均值的范数 {mean}；余弦 {cosine}；噪声尺度 {noise}</translation>
    </message>
    <message>
        <source>{n} batches</source>
        <translation>{n} 个批次</translation>
    </message>
    <message>
        <source>Norm of a batch {norm}, of their mean {mean}; cosine {cosine}; noise scale {noise}</source>
        <translation>批次梯度范数 {norm}，均值的范数 {mean}；余弦 {cosine}；噪声尺度 {noise}</translation>
    </message>
    <message>
        <source>too large to tell</source>
        <translation>过大，无法确定</translation>
    </message>
    <message>
        <source>The gradient of a task is what the outer step would follow if there were this task alone; the meta-gradient is their mean. The noise scale is how many tasks a meta-batch needs until its noise is no larger than what the tasks have in common: fewer make steps that wander, many more gain little (McCandlish et al. 2018).</source>
        <translation>任务的梯度是只有这一个任务时外循环会遵循的方向；元梯度是它们的均值。噪声尺度是元批次需要多少个任务，其噪声才不大于各任务的共同部分：更少则步伐游移，再多则收益甚微（McCandlish et al. 2018）。</translation>
    </message>
    <message>
        <source>Press Start, or select a run in the table: what its tasks pull at is shown here.</source>
        <translation>点击“开始”，或在列表中选择一个运行：这里显示各任务的梯度。</translation>
    </message>
    <message>
        <source>No step sizes are learnt here</source>
        <translation>该运行不学习步长</translation>
    </message>
    <message>
        <source>This run takes inner steps of the size that is set, or none. Algorithms that learn theirs show them by layer.</source>
        <translation>该运行使用设定的内循环步长，或没有内循环步。学习步长的算法会逐层显示步长。</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>随时间</translation>
    </message>
    <message>
        <source>Norm of the meta-gradient while training: pale, and smoothed.</source>
        <translation>训练中的元梯度范数：浅色为原始值，另有平滑线。</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>分布</translation>
    </message>
    <message>
        <source>Components of the meta-gradient by their value.</source>
        <translation>元梯度分量按取值的分布。</translation>
    </message>
    <message>
        <source>Cosines</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>Tasks against tasks. Blue: the two pull the same way; orange: against each other.</source>
        <translation>任务两两比较。蓝色：方向一致；橙色：方向相反。</translation>
    </message>
    <message>
        <source>Plane</source>
        <translation>平面</translation>
    </message>
    <message>
        <source>A dot for the gradient of each task. Click one to see the task in Episodes.</source>
        <translation>每个任务的梯度为一个点。点击可在“任务”视图中查看该任务。</translation>
    </message>
    <message>
        <source>Step sizes</source>
        <translation>步长</translation>
    </message>
    <message>
        <source>How far an inner step goes along the gradient, as the run has learnt it.</source>
        <translation>内循环步沿梯度走多远，由该运行学得。</translation>
    </message>
    <message>
        <source>Whose gradients: of the first training tasks, or of validation tasks, which the run never follows</source>
        <translation>谁的梯度：最前面的训练任务，或运行从不遵循的验证任务</translation>
    </message>
    <message>
        <source>{0} batches of all training classes</source>
        <translation>所有训练类别的 {0} 个批次</translation>
    </message>
    <message>
        <source>{0} Beyond the edges: {1}.</source>
        <translation>{0}超出边界：{1}。</translation>
    </message>
    <message>
        <source>other task</source>
        <translation>另一任务</translation>
    </message>
    <message>
        <source>norm of a task</source>
        <translation>任务的范数</translation>
    </message>
    <message>
        <source>norm of the mean</source>
        <translation>均值的范数</translation>
    </message>
    <message>
        <source>mean cosine</source>
        <translation>平均余弦</translation>
    </message>
    <message>
        <source>step size</source>
        <translation>步长</translation>
    </message>
    <message>
        <source>recorded norm</source>
        <translation>记录的范数</translation>
    </message>
    <message>
        <source>direction {0}</source>
        <translation>方向 {0}</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Norm of a task</source>
        <translation>任务的范数</translation>
    </message>
    <message>
        <source>Norm of mean</source>
        <translation>均值的范数</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>Choose a layer to see it alone</source>
        <translation>选择一层可单独查看</translation>
    </message>
    <message>
        <source>How long the gradient of a task is: the mean over the tasks, with its 95 % interval</source>
        <translation>任务梯度的长度：各任务的均值及其 95 % 区间</translation>
    </message>
    <message>
        <source>How long the mean of the tasks' gradients is, which is the meta-gradient: short where they cancel each other</source>
        <translation>各任务梯度均值（即元梯度）的长度：相互抵消时很短</translation>
    </message>
    <message>
        <source>The cosine between the gradients of two tasks, averaged over all pairs: 1 where all pull the same way</source>
        <translation>两个任务梯度之间的余弦，对所有任务对取平均：方向全部一致时为 1</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Smoothing, in iterations</source>
        <translation>平滑，以迭代计</translation>
    </message>
    <message>
        <source>How many iterations the smoothed line averages; the raw line stays faintly behind</source>
        <translation>平滑线对多少次迭代取平均；原始线以浅色保留在后</translation>
    </message>
    <message>
        <source>Horizontal axis</source>
        <translation>横轴</translation>
    </message>
    <message>
        <source>What runs along the horizontal axis</source>
        <translation>横轴显示什么</translation>
    </message>
    <message>
        <source>{n} of {all} runs measures squared error, not accuracy</source>
        <translation>{all} 个运行中有 {n} 个测量的是平方误差而非准确率</translation>
    </message>
    <message>
        <source>{n} of {all} runs measure squared error, not accuracy</source>
        <translation>{all} 个运行中有 {n} 个测量的是平方误差而非准确率</translation>
    </message>
    <message>
        <source>{runs}: squared error cannot share an axis with accuracy. Select only such runs to see it; the loss above shows all of them.</source>
        <translation>{runs}：平方误差不能与准确率共用一个轴。只选择此类运行即可查看；上方的损失图显示全部运行。</translation>
    </message>
    <message>
        <source>before adaptation</source>
        <translation>适应前</translation>
    </message>
    <message>
        <source>Few-shot accuracy</source>
        <translation>小样本准确率</translation>
    </message>
    <message>
        <source>Squared error</source>
        <translation>平方误差</translation>
    </message>
    <message>
        <source>smoothed loss</source>
        <translation>平滑损失</translation>
    </message>
    <message>
        <source>validation loss</source>
        <translation>验证损失</translation>
    </message>
    <message>
        <source>The first points appear as soon as they are there; a long run takes a moment to read.</source>
        <translation>最初的数据点一出现就会显示；较长的运行需要一点时间读取。</translation>
    </message>
    <message>
        <source>Press Start, or select runs in the table.</source>
        <translation>点击“开始”，或在列表中选择运行。</translation>
    </message>
    <message>
        <source>{0}train loss, raw</source>
        <translation>{0}训练损失，原始</translation>
    </message>
    <message>
        <source>{0}train loss</source>
        <translation>{0}训练损失</translation>
    </message>
    <message>
        <source>{0}validation loss</source>
        <translation>{0}验证损失</translation>
    </message>
    <message>
        <source>{0}before adaptation</source>
        <translation>{0}适应前</translation>
    </message>
    <message>
        <source>{0}after adaptation</source>
        <translation>{0}适应后</translation>
    </message>
    <message>
        <source>{0}train accuracy, raw</source>
        <translation>{0}训练准确率，原始</translation>
    </message>
    <message>
        <source>{0}train accuracy</source>
        <translation>{0}训练准确率</translation>
    </message>
    <message>
        <source>best {0}</source>
        <translation>最佳 {0}</translation>
    </message>
    <message>
        <source>Lines: {words}</source>
        <translation>线条：{words}</translation>
    </message>
    <message>
        <source>Runs: {names}</source>
        <translation>运行：{names}</translation>
    </message>
    <message>
        <source>{0} {1} tasks</source>
        <translation>{0} 个{1}任务</translation>
    </message>
    <message>
        <source>The run that is measured</source>
        <translation>正在测量的运行</translation>
    </message>
    <message>
        <source>How many tasks are measured: more take longer</source>
        <translation>测量多少个任务：越多越久</translation>
    </message>
    <message>
        <source>Choose a split or a number of tasks to measure again.</source>
        <translation>选择划分或任务数可重新测量。</translation>
    </message>
    <message>
        <source>Copy the details of the error</source>
        <translation>复制错误详情</translation>
    </message>
    <message>
        <source>Cancel what is computed</source>
        <translation>取消正在进行的计算</translation>
    </message>
    <message>
        <source>Parallel axes</source>
        <translation>平行坐标</translation>
    </message>
    <message>
        <source>{kept} of {all} lines kept; axes: {names}</source>
        <translation>保留 {all} 条线中的 {kept} 条；坐标轴：{names}</translation>
    </message>
    <message>
        <source>A principal direction, with its share of the variance between tasks, or a component of the gradient.
The list holds those in which the tasks differ most; type any other, such as {0}.</source>
        <translation>主方向（及其占任务间方差的比例），或梯度的一个分量。
列表中是各任务差异最大的分量；也可输入其他分量，如 {0}。</translation>
    </message>
    <message>
        <source>Vertical axis</source>
        <translation>纵轴</translation>
    </message>
    <message>
        <source>there are {0} directions, and not {1}</source>
        <translation>只有 {0} 个方向，而不是 {1} 个</translation>
    </message>
    <message>
        <source>Direction {0}</source>
        <translation>方向 {0}</translation>
    </message>
    <message>
        <source>Direction {0} ({1})</source>
        <translation>方向 {0}（{1}）</translation>
    </message>
    <message>
        <source>Nothing to show yet</source>
        <translation>还没有可显示的内容</translation>
    </message>
    <message>
        <source>Nothing in this range</source>
        <translation>此范围内没有内容</translation>
    </message>
    <message>
        <source>Press Fit to see everything.</source>
        <translation>点击“适配”可查看全部。</translation>
    </message>
    <message>
        <source>No positive values</source>
        <translation>没有正值</translation>
    </message>
    <message>
        <source>A logarithmic axis cannot show them. Turn Log y off.</source>
        <translation>对数轴无法显示。请关闭“对数 y 轴”。</translation>
    </message>
    <message>
        <source>Log y</source>
        <translation>对数 y 轴</translation>
    </message>
    <message>
        <source>Logarithmic y axis</source>
        <translation>对数 y 轴</translation>
    </message>
    <message>
        <source>Read values under the pointer</source>
        <translation>读取指针处的数值</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适配</translation>
    </message>
    <message>
        <source>Show everything and follow new data (double click, or 0)</source>
        <translation>显示全部并跟随新数据（双击，或按 0）</translation>
    </message>
    <message>
        <source>Your points: 1 point</source>
        <translation>你的点：1 个</translation>
    </message>
    <message>
        <source>Your points: {n} points</source>
        <translation>你的点：{n} 个</translation>
    </message>
    <message>
        <source>Click to set a point, drag to move it, right-click to take it away.
Keys: Insert sets one, Page Up and Page Down choose, arrows move, Delete takes away.</source>
        <translation>点击放置一个点，拖动可移动，右键可移除。
按键：Insert 放置，Page Up 和 Page Down 选择，方向键移动，Delete 移除。</translation>
    </message>
    <message>
        <source>, the chosen one at x {x}, y {y}</source>
        <translation>，选中的点在 x {x}、y {y}</translation>
    </message>
    <message>
        <source>Your points</source>
        <translation>你的点</translation>
    </message>
    <message>
        <source>the model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>the chosen point</source>
        <translation>选中的点</translation>
    </message>
    <message>
        <source>No results yet</source>
        <translation>还没有结果</translation>
    </message>
    <message>
        <source>A dot appears here as soon as a run has been measured.</source>
        <translation>运行一经测量，这里就会出现一个点。</translation>
    </message>
    <message>
        <source>Response curve</source>
        <translation>响应曲线</translation>
    </message>
    <message>
        <source>single runs</source>
        <translation>单个运行</translation>
    </message>
    <message>
        <source>mean {0} {1}</source>
        <translation>{0}{1}均值</translation>
    </message>
    <message>
        <source>The inner step whose prediction is shown</source>
        <translation>显示哪一内循环步的预测</translation>
    </message>
    <message>
        <source>Play the steps</source>
        <translation>逐步播放</translation>
    </message>
    <message>
        <source>Step {0} of {1}</source>
        <translation>第 {0} / {1} 步</translation>
    </message>
    <message>
        <source>Learnt step sizes.</source>
        <translation>学得的步长。</translation>
    </message>
    <message>
        <source>, nine in ten of {0} numbers from {1} to {2}</source>
        <translation>，{0} 个数中九成在 {1} 到 {2} 之间</translation>
    </message>
    <message>
        <source>step {0} {1}</source>
        <translation>第 {0} 步 {1}</translation>
    </message>
    <message>
        <source>dashed: where they began</source>
        <translation>虚线：起始值</translation>
    </message>
    <message>
        <source>dots from pale to strong: steps 1 to {0}</source>
        <translation>点由浅到深：第 1 至 {0} 步</translation>
    </message>
    <message>
        <source>line: nine in ten numbers</source>
        <translation>线：九成的数</translation>
    </message>
    <message>
        <source>This method does not adapt by steps: {results} on {tasks} tasks.</source>
        <translation>该方法不逐步适应：在{tasks}任务上为 {results}。</translation>
    </message>
    <message>
        <source>These methods do not adapt by steps: {results} on {tasks} tasks.</source>
        <translation>这些方法不逐步适应：在{tasks}任务上为 {results}。</translation>
    </message>
    <message>
        <source>Nothing measured yet</source>
        <translation>尚未测量</translation>
    </message>
    <message>
        <source>Start a run: after its first evaluation, held-out tasks adapt here step by step.</source>
        <translation>启动一个运行：第一次评估之后，留出的任务会在这里逐步适应。</translation>
    </message>
    <message>
        <source>No curve of this time</source>
        <translation>此时刻没有曲线</translation>
    </message>
    <message>
        <source>These runs were not measured yet, or it was not recorded.</source>
        <translation>这些运行尚未测量，或未作记录。</translation>
    </message>
    <message>
        <source>single tasks</source>
        <translation>单个任务</translation>
    </message>
    <message>
        <source>Accuracy against the inner step</source>
        <translation>准确率随内循环步的变化</translation>
    </message>
    <message>
        <source>Tasks, from worst to best</source>
        <translation>任务，由差到好</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>trained steps</source>
        <translation>训练步数</translation>
    </message>
    <message>
        <source>measured steps</source>
        <translation>测量步数</translation>
    </message>
    <message>
        <source>{0} of single tasks</source>
        <translation>单个任务的{0}</translation>
    </message>
    <message>
        <source>No sweep yet</source>
        <translation>还没有参数扫描</translation>
    </message>
    <message>
        <source>Choose Vary Settings in the menu Run, or with the right mouse button on a setting, and give it several values.</source>
        <translation>在“运行”菜单中选择“参数扫描”，或右键点击设置项，为其指定多个取值。</translation>
    </message>
    <message>
        <source>Reading the runs of this sweep</source>
        <translation>正在读取此扫描的运行</translation>
    </message>
    <message>
        <source>{0} (sd {1}, {2} seeds)</source>
        <translation>{0}（标准差 {1}，{2} 个种子）</translation>
    </message>
    <message>
        <source>Which sweep is shown</source>
        <translation>显示哪个扫描</translation>
    </message>
    <message>
        <source>Table, parallel axes, or the result against one setting</source>
        <translation>表、平行坐标，或结果随某一设置项的变化</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Results on validation or on test tasks</source>
        <translation>验证任务或测试任务上的结果</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置项</translation>
    </message>
    <message>
        <source>The setting along x</source>
        <translation>沿 x 轴的设置项</translation>
    </message>
    <message>
        <source>Show these runs in the other views</source>
        <translation>在其他视图中显示这些运行</translation>
    </message>
    <message>
        <source>Give settings several values, and queue the runs</source>
        <translation>为设置项指定多个取值，并让运行排队</translation>
    </message>
    <message>
        <source>Runs of the sweep</source>
        <translation>扫描的运行</translation>
    </message>
    <message>
        <source>{0} of {1} kept</source>
        <translation>保留 {0} / {1}</translation>
    </message>
    <message>
        <source>Nothing varies yet</source>
        <translation>尚无变化</translation>
    </message>
    <message>
        <source>These runs differ in nothing but their seeds. See the table.</source>
        <translation>这些运行只有随机种子不同。请看表。</translation>
    </message>
    <message>
        <source>best checkpoint, iteration {n}</source>
        <translation>最佳检查点，迭代 {n}</translation>
    </message>
    <message>
        <source>checkpoint of iteration {n}</source>
        <translation>检查点，迭代 {n}</translation>
    </message>
    <message>
        <source>The checkpoint that is looked at: the newest while a run trains, else the best one</source>
        <translation>所查看的检查点：训练中为最新的，否则为最佳的</translation>
    </message>
    <message>
        <source>Gradients of tasks</source>
        <translation>任务的梯度</translation>
    </message>
    <message>
        <source>the chosen one</source>
        <translation>选中的</translation>
    </message>
    <message>
        <source>Gradients of {0} {1}{2}</source>
        <translation>{0} 个{1}的梯度{2}</translation>
    </message>
    <message>
        <source>Class {0}, example {1}</source>
        <translation>类别 {0}，样本 {1}</translation>
    </message>
    <message>
        <source>Another example of class {0}</source>
        <translation>再添加一个类别 {0} 的样本</translation>
    </message>
    <message>
        <source>What the model sees: the drawing with the size, place and pen of the data</source>
        <translation>模型看到的内容：按数据的大小、位置和笔画粗细处理后的图</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>查询样本</translation>
    </message>
    <message>
        <source>What the model sees: nothing yet</source>
        <translation>模型看到的内容：暂无</translation>
    </message>
    <message>
        <source>What the model sees: a picture</source>
        <translation>模型看到的内容：一张图片</translation>
    </message>
    <message>
        <source>Nearest by {what}: {class}</source>
        <translation>按{what}最近：{class}</translation>
    </message>
    <message>
        <source>The example whose features, as the network has them, are nearest to those of the query</source>
        <translation>网络特征与查询样本最接近的样本</translation>
    </message>
    <message>
        <source>The example whose pixels are nearest to those of the query; this model has no features to compare</source>
        <translation>像素与查询样本最接近的样本；该模型没有可比较的特征</translation>
    </message>
    <message>
        <source>Draw here what the model shall recognise</source>
        <translation>在这里画出要让模型识别的内容</translation>
    </message>
    <message>
        <source>Click to set a point</source>
        <translation>点击放置一个点</translation>
    </message>
    <message>
        <source>your points</source>
        <translation>你的点</translation>
    </message>
    <message>
        <source>after {0} {1}</source>
        <translation>{0} {1}后</translation>
    </message>
    <message>
        <source>Squared error {0}{1}</source>
        <translation>平方误差 {0}{1}</translation>
    </message>
    <message>
        <source>Draw an example of {0}, too.</source>
        <translation>请再画一个 {0} 的样本。</translation>
    </message>
    <message>
        <source>Draw an example of each class, or press Example.</source>
        <translation>为每个类别画一个样本，或点击“示例”。</translation>
    </message>
    <message>
        <source>There is no run to try {0} with.</source>
        <translation>没有可用于试 {0} 的运行。</translation>
    </message>
    <message>
        <source>{0} holds {1}, and this run learns from {2}.</source>
        <translation>{0} 包含{1}，而该运行从{2}中学习。</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0} 至 {1}</translation>
    </message>
    <message>
        <source>{0} has {1} classes; this run can be tried with {2}.</source>
        <translation>{0} 有 {1} 个类别；该运行可用 {2} 个类别。</translation>
    </message>
    <message>
        <source>{0} has a picture of {1} numbers; this run sees pictures of {2}.</source>
        <translation>{0} 中有 {1} 个数的图片；该运行接受 {2} 的图片。</translation>
    </message>
    <message>
        <source>Innerloop tasks</source>
        <translation>Innerloop 任务</translation>
    </message>
    <message>
        <source> classes</source>
        <translation> 个类别</translation>
    </message>
    <message>
        <source>Open a task</source>
        <translation>打开任务</translation>
    </message>
    <message>
        <source>Save the task</source>
        <translation>保存任务</translation>
    </message>
    <message>
        <source>How many classes the task has: {0} to {1}</source>
        <translation>任务的类别数：{0} 至 {1}</translation>
    </message>
    <message>
        <source>The run that is tried</source>
        <translation>正在试用的运行</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Begin with a held-out test task of the run</source>
        <translation>从该运行的一个留出测试任务开始</translation>
    </message>
    <message>
        <source>Take back the last change (Ctrl+Z)</source>
        <translation>撤销上一次更改 (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Clear everything</source>
        <translation>全部清空</translation>
    </message>
    <message>
        <source>Open a task from a file</source>
        <translation>从文件打开任务</translation>
    </message>
    <message>
        <source>Save the task to a file</source>
        <translation>将任务保存到文件</translation>
    </message>
    <message>
        <source>This model tells exactly {0} classes apart</source>
        <translation>该模型恰好区分 {0} 个类别</translation>
    </message>
    <message>
        <source>The picture could not be taken</source>
        <translation>无法使用该图片</translation>
    </message>
    <message>
        <source>Take a JPEG, PNG, GIF, BMP or WebP picture.</source>
        <translation>请使用 JPEG、PNG、GIF、BMP 或 WebP 图片。</translation>
    </message>
    <message>
        <source>The task could not be opened</source>
        <translation>无法打开任务</translation>
    </message>
    <message>
        <source>The task on show stays as it was.</source>
        <translation>当前任务保持不变。</translation>
    </message>
    <message>
        <source>The task could not be saved</source>
        <translation>无法保存任务</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>请选择其他文件夹。</translation>
    </message>
    <message>
        <source>Query normalised with the examples</source>
        <translation>查询样本与样本一起归一化</translation>
    </message>
    <message>
        <source>This run normalises all queries of a task together. Yours comes alone, so it is normalised together with the examples of the classes. A measurement has many queries, and can differ a little.</source>
        <translation>该运行将一个任务的所有查询样本一起归一化。你的查询样本只有一个，因此与各类别的样本一起归一化。测量时查询样本很多，结果可能略有不同。</translation>
    </message>
    <message>
        <source>No run to try yet</source>
        <translation>还没有可试用的运行</translation>
    </message>
    <message>
        <source>Press Start, or select a run in the table: draw a task of your own here, and watch the model solve it.</source>
        <translation>点击“开始”，或在列表中选择一个运行：在这里画一个自己的任务，看模型如何求解。</translation>
    </message>
    <message>
        <source>Your task</source>
        <translation>你的任务</translation>
    </message>
    <message>
        <source>Not opened</source>
        <translation>未打开</translation>
    </message>
    <message>
        <source>Choose the run again to try it.</source>
        <translation>请重新选择该运行。</translation>
    </message>
    <message>
        <source>Now draw a query, and watch.</source>
        <translation>现在画一个查询样本，看看结果。</translation>
    </message>
    <message>
        <source>More views</source>
        <translation>更多视图</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>More views: {names}</source>
        <translation>更多视图：{names}</translation>
    </message>
    <message>
        <source>Save {view}</source>
        <translation>保存{view}</translation>
    </message>
    <message>
        <source>Choose another folder, or free some space, and save again.</source>
        <translation>请选择其他文件夹，或释放一些空间后重新保存。</translation>
    </message>
    <message>
        <source>The file could not be saved</source>
        <translation>无法保存文件</translation>
    </message>
    <message>
        <source>Export or copy</source>
        <translation>导出或复制</translation>
    </message>
    <message>
        <source>What this view shows</source>
        <translation>此视图显示什么</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Copy data as CSV</source>
        <translation>将数据复制为 CSV</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>另存为 PNG…</translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation>另存为 SVG…</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>另存为 CSV…</translation>
    </message>
    <message>
        <source>{view} is in a window of its own</source>
        <translation>“{view}”在独立窗口中</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>放回此处</translation>
    </message>
    <message>
        <source>Bring {view} back</source>
        <translation>将“{view}”放回此处</translation>
    </message>
</context>
</TS>
