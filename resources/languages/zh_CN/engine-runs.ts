<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>engine-runs</name>
    <message>
        <source>{0} of {1} cannot be used: {2}. Mend the file, or delete it to begin anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has more than {0} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no line 'about = {0}' at its top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a newer program wrote it ({0}, and this one reads up to {1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this program keeps nothing of that name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a tag has at most {0} characters, and no comma or quotation mark; this is none: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not valid TOML: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another program holds {0} of {1}; try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} tasks of {1} {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>. Measure both with the same: --set {0}={1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>±: half of the 95 % interval over the tasks, 1.96 · s/√n.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each task counts with its mean over them; sd is the standard deviation of their results.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is {1}, measured by {2}; {3} is {4}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 / {0}, what guessing among {1} classes gives on average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several seeds are one line: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference of {0}: from {1}, task by task; p by the paired t-test, two-sided, over the tasks, not corrected for the number of comparisons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision, recall, F1: macro over the classes of a task. ECE: {0} bins, the queries of a task.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transductive (the queries of a task are normalised together): {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is {1}: its best checkpoint so far is measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} in {1} and {2} in {3}: their tasks are not the same, so they cannot be compared{4}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every line: the same {0} {1}, drawn with seed {2}, that of the first run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (in {1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, measured by {1}: they cannot be compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is named twice; every run is one line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has no classes that could be confused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring {0} classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>t-SNE needs at least {0} examples, and these tasks have {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>t-SNE takes at most {0} examples, and one of these tasks has {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adapting to tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after inner step {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before any inner step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The features of task {0} {1} are no finite numbers: the network diverges there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laying out by t-SNE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for mistakes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for the hardest tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no field “{0}”{1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” can be {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; there are {0}{1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>runs with all these words in their name, settings, tags or notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>runs with this tag; so for dataset, algorithm, learner, task and status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by what was reached; speed, time:&lt;1h and started:2026-11 work the same way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by any setting, under its name or its whole path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>star:yes notes:*</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starred runs that have notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tag:"for paper" algorithm:meta*</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quotation marks keep words together, * stands for anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all but the failed ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every part matches some run, but no run matches all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {0} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}:” wants a value, as in {1}:{2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be compared with {1}; write {2}:{3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is yes or no, and not “{1}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is no length of time; write seconds, or 30min, 2h or 1d.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is no date; write 2026, 2026-11, 2026-11-20 or 2026-11-20T14:03.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a number, and “{1}” is none; write {2}:{3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: “{1}” is beyond what numbers here can be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run matches “{0}”{1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}{1} To look for the words as they stand, write "{2}".</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no parameter {0}; there are {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} learns nothing from tasks, so no task gives it a gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} learns from batches of all training classes, and not from tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} gradients of {1} numbers take {2} GB; at most {3} GB are held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing the tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking the gradients of tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the gradient of task {0} holds numbers that are infinite or none at all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has components up to {1}, and not {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; runs with that in their name: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no run {0} in {1}{2}; 'innerloop runs' lists them, and 'last' is the newest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The index of runs {0}; it was made anew from the run folders, and nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are no runs in {0} yet; start one with: innerloop train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is the beginning of {1} runs: {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was written by another version of the program ({0}, not {1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>status.json holds other things than a status: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}.{1} is {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the index of runs, {0}, cannot be used: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was damaged ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has no classes, so there are none that were seen in training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>these settings do not fit what the run has learnt: {0} is {1} there and {2} here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of the {1} {2} classes, such as {3}, are training classes of {4} by their names: unless the names mean others now, this is no measure of unseen classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting worker processes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the adaptation curve of iteration {0} is damaged; expected steps, mean and ci95 as lists of one length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, line {1} is damaged; expected one JSON object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has no checkpoint yet: it writes the first one after iteration {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In {0}, “kind” is {1} where “pictures” or “points” belongs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a task of Innerloop: it has no entry “{1}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} was saved by a newer Innerloop (task format {1}; this one reads up to {2}). Update Innerloop to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>strokes or a png belong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In {0}, “{1}” holds {2} where {3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is too large to be a task ({1} bytes).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a task: it is not a text file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a task: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In {0}, “classes” has {1}; a task has at least 2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list belongs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In {0}, “{1}” has {2} entries; at most {3} are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a class with a name belongs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two numbers belong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In {0}, “{1}” has points outside of 0 to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In {0}, “{1}.png” is no PNG picture: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In {0}, “{1}.png” is {2} × {3} in mode {4}; a grey or RGB picture of at most a million pixels belongs there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}about {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no run of that shape has been trained yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} for {1} of them; how long {2} is not known, for {3}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how long is not known, for no run of this shape has been trained yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a perplexity of {0} points is between 1 and {1}, not {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no free name for a run like {0} in {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a run: it has no experiment.toml</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>split.json of {0} is damaged: it holds other things than lists of classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is being trained by another program; stop it there first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>split.json of {0} is damaged: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the incomplete beta function at x = {0}, a = {1}, b = {2} did not settle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The examples of {0} are no square pictures, so they cannot be drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The functions of {0} are not of one number, so they cannot be drawn</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
