<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>views</name>
    <message>
        <source>These runs were measured on different tasks, so their figures do not compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the curve changed during training was not recorded: the run is from an earlier version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time of training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time of training whose curves are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the curves of this time to compare with others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iteration {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iteration {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iterations {0} to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; the function is of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} more sorts of tasks have no room: select fewer runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the newest curve was recorded of {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the run is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the runs are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held-out validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held-out test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tasks unknown: the settings cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to compare yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select two or more finished runs in the table, with Ctrl or Shift held down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} {1} tasks of {2} {3}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differing settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What differs in their settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which unseen classes: of test or of validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many tasks are measured: more tell smaller differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as many as set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best is {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best checkpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} tasks</source>
        <translation>{0} 个任务</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as LaTeX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Measure again, or select other runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their settings are the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confused pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Means over the tasks with their 95 % intervals, as innerloop evaluate gives them. Precision and F1 are those of the classes of a task, averaged; recall, averaged so, is the accuracy. The few queries of one task make its calibration error larger; pooled is that of all queries at once, as the picture of the calibration shows it. Tables and matrix are pooled, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run to measure yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Start, or select a run in the table: its mistakes are counted here by class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>True class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which unseen classes: of validation or of test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy {0}, of seen classes {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, gap (seen − unseen) {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reliability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measures of each class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most confused pairs of classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calibration error (ECE)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}
{1} (pooled {2})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as sure as right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confusion matrix of the most confused classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True class ↓</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicted class →</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} {1}: {2} of {3} queries ({4})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rightly recognised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken for {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cosines between the gradients of tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} {1} and {2}: cosine {3}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a smoothing weight is at least 0 and below 1, not {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw with mouse or pen; drop or paste a picture. Delete clears, Enter shows more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sheet}: {what}, nearest to the query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sheet}: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clipboard holds no picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is larger than {1} bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perplexity </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run to look into yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Start, or select a run in the table: its examples are laid out here by what the model makes of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Principal components: the directions along which the features differ most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neighbours stay neighbours, whatever else must give way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No inner steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adapting leaves them as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run that is looked into</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which tasks: of training, validation or test classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The task, or the first of several, by its number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many tasks are laid out together: at most {0} examples in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the features are brought into the plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perplexity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About how many neighbours of each example count; {0} examples allow {1} to {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>task {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tasks {0} to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the inputs themselves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} examples in {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not laid out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a task or a method to lay out examples again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a newer checkpoint is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lay out again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}
{1}
Task {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}
Example {1}, {2}
{3}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prototype</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class mean of the support set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Across: component 1, {0} of the variance.  Upwards: component 2, {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neighbours lie together; how far apart groups lie, and how large they are, says little</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after step {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class mean of the support set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} examples{1}; the arrow keys go through them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No query is predicted wrongly after this step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task {0}: {1} of {2} queries right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}. Mistakes: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} taken for {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only mistakes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only queries that are predicted wrongly, and pass over tasks without any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hardest of {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Start, or select a run in the table: any of its tasks can be looked at here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to a task by its number; the same number is the same task for ever</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, task {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Squared error {0} {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} ({1} before adapting)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous task (Alt+Left)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next task (Alt+Right)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In which order Next and Previous go through the tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1} of {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No. {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before adapting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} right {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No mistake in the tasks around here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ranked at iteration {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a task by its number, or another order, to look again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the picture could not be encoded as PNG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No function to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regression tasks show their function here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one step earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} steps earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prediction, {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No norms were recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier versions did not keep them for each layer; a run that is trained from now on does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Norm of the meta-gradient by layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Components of the meta-gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value of a component</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradient of a task is what the outer step would follow if there were this task alone; the meta-gradient is their mean. The noise scale is how many tasks a meta-batch needs until its noise is no larger than what the tasks have in common: fewer make steps that wander, many more gain little (McCandlish et al. 2018).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Start, or select a run in the table: what its tasks pull at is shown here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No step sizes are learnt here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run takes inner steps of the size that is set, or none. Algorithms that learn theirs show them by layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Norm of the meta-gradient while training: pale, and smoothed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Components of the meta-gradient by their value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cosines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks against tasks. Blue: the two pull the same way; orange: against each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A dot for the gradient of each task. Click one to see the task in Episodes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step sizes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far an inner step goes along the gradient, as the run has learnt it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose gradients: of the first training tasks, or of validation tasks, which the run never follows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} batches of all training classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too large to tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Norm of a {0} {1}, of their mean {2}; cosine {3}; noise scale {4}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} Beyond the edges: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>norm of a task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>norm of the mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean cosine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recorded norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>direction {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Norm of a task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Norm of mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a layer to see it alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long the gradient of a task is: the mean over the tasks, with its 95 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long the mean of the tasks' gradients is, which is the meta-gradient: short where they cancel each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cosine between the gradients of two tasks, averaged over all pairs: 1 where all pull the same way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smoothing, in iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many iterations the smoothed line averages; the raw line stays faintly behind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Horizontal axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What runs along the horizontal axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before adaptation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Few-shot accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not measured yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first evaluation on validation tasks appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Squared error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>smoothed loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No iteration yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first points appear as soon as they are there; a long run takes a moment to read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run to show yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Start, or select runs in the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: squared error cannot share an axis with accuracy. Select only such runs to see it; the loss above shows all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}train loss, raw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}train loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}validation loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}before adaptation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}after adaptation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} runs {2} squared error, not accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}train accuracy, raw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}train accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} {1} tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run that is measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many tasks are measured: more take longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a split or a number of tasks to measure again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the details of the error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel what is computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}{1} ± {2} points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parallel axes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kept} of {all} lines kept; axes: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A principal direction, with its share of the variance between tasks, or a component of the gradient.
The list holds those in which the tasks differ most; type any other, such as {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vertical axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are {0} directions, and not {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direction {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direction {0} ({1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to show yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in this range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Fit to see everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No positive values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A logarithmic axis cannot show them. Turn Log y off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic y axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read values under the pointer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everything and follow new data (double click, or 0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your points: 1 point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your points: {n} points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to set a point, drag to move it, right-click to take it away.
Keys: Insert sets one, Page Up and Page Down choose, arrows move, Delete takes away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, the chosen one at x {x}, y {y}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the chosen point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No results yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A dot appears here as soon as a run has been measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Response curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>single runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean {0} {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inner step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The inner step whose prediction is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learnt step sizes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, nine in ten of {0} numbers from {1} to {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step {0} {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dashed: where they began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dots from pale to strong: steps 1 to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line: nine in ten numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing measured yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a run: after its first evaluation, held-out tasks adapt here step by step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No curve of this time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These runs were not measured yet, or it was not recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>single tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy against the inner step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks, from worst to best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This method does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These methods do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} not adapt by steps: {1} on {2} tasks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>trained steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of single tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sweep yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose Vary Settings in the menu Run, or with the right mouse button on a setting, and give it several values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the runs of this sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (sd {1}, {2} seeds)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which sweep is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at it as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table, parallel axes, or the result against one setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results on validation or on test tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置项</translation>
    </message>
    <message>
        <source>The setting along x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show these runs in the other views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give settings several values, and queue the runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs of the sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing varies yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These runs differ in nothing but their seeds. See the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checkpoint that is looked at: the newest while a run trains, else the best one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best checkpoint, iteration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checkpoint of iteration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradients of tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the chosen one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradients of {0} {1}{2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class {0}, example {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another example of class {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model sees: the drawing with the size, place and pen of the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model sees: nothing yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model sees: a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest by {what}: {class}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The example whose features, as the network has them, are nearest to those of the query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The example whose pixels are nearest to those of the query; this model has no features to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw here what the model shall recognise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to set a point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after {0} {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Squared error {0}{1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw an example of {0}, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw an example of each class, or press Example.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no run to try {0} with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} holds {1}, and this run learns from {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0} 到 {1}</translation>
    </message>
    <message>
        <source>{0} has {1} classes; this run can be tried with {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has a picture of {1} numbers; this run sees pictures of {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Innerloop tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many classes the task has: {0} to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run that is tried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin with a held-out test task of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back the last change (Ctrl+Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a task from a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the task to a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model tells exactly {0} classes apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture could not be taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a JPEG, PNG, GIF, BMP or WebP picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The task could not be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The task on show stays as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The task could not be saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query normalised with the examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run normalises all queries of a task together. Yours comes alone, so it is normalised together with the examples of the classes. A measurement has many queries, and can differ a little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run to try yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Start, or select a run in the table: draw a task of your own here, and watch the model solve it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the run again to try it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now draw a query, and watch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Views</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Save {view}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder, or free some space, and save again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export or copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this view shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy data as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
