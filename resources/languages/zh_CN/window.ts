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
        <translation type="unfinished"></translation>
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
        <source>{0} has no best checkpoint yet: the first measurement writes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run {run} came to its last iteration, {all}; only the test has not been measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run is training; stop it first, or press Queue to train these settings after it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Innerloop did not end properly. Your unsaved setup was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run {run} was interrupted at iteration {done} of {all}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run {run} is paused at iteration {done} of {all}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run is training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can be paused: a checkpoint is written, and the next start offers to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} more can be resumed from the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause and Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard the Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} runs are selected, and {room} more can wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The queue is too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 run is queued again; {all} wait now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} runs are queued again; {all} wait now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some settings cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These runs were not queued.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This could not be kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>. </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open an example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} is in {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied the setup as a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied the setup as TOML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied the setup as a Python script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing {what} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrote {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{form} of {run}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for {form}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export {form}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left before {what} was written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the settings of a failed run into the setup, mend them, and queue it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the named settings.</source>
        <translation>请更改所指出的设置项。</translation>
    </message>
    <message>
        <source>Back in the setup; press Queue to let it wait again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 run finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} runs finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The queue is done: {how}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The queue is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} experiments wait, which is as many as a session keeps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 run finished and {failed} failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} runs finished and {failed} failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… and {n} more, which the table of runs names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What Failed…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The queue cannot go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is paused; start it again when this is mended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} ({name}) will be moved to the system's bin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} runs will be moved to the system's bin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system's bin cannot take {run} ({error}). Delete it for good?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run that trains cannot be deleted; stop it first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run's settings cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to Bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete for Good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run could not be deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start a new session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open another session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the setup, and the queue,</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the setup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save changes to “{session}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are about to {what}. Unsaved changes of {lost} would be lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save Session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>restore what was kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The open session stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session could not be saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Don’t Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of recent files could not be written: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kept session cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run is training; stop it first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run cannot be started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{run} ends now, and its folder goes to the system's bin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard this run?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run's log is {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run cannot be resumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Innerloop sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Start, and watch a network bend onto a wave that it has never seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Start; after a minute, draw characters of your own here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the queue; when it is done, select the three runs and measure them here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the details into a report if this seems to be a fault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This {what} cannot be computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not every run can be compared yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for it, or select runs that have finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These runs cannot be compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select runs that were measured on the same tasks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing learnt yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {0} appears here by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to confuse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the run in Episodes or Adaptation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These examples cannot be laid out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose PCA, or another task.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No gradients to look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not learnt from tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose Training to see the gradients of these batches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too much for the memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose fewer tasks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a run has learnt cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train that run again to look into it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data of the run cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend the data, and choose the run again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at its folder: its settings may be damaged.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: {done} of {all} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iteration {done} / {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: {done} of {all} {unit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} tasks/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session could not be autosaved: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>{0} is not a session of Innerloop: it has no line “session = {1}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} was saved by a newer Innerloop (session format {1}; this one reads up to {2}). Update Innerloop to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has unknown entries: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In {0}, “{1}” is not a table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In {0}, “{1}” is not a list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In {0}, “{1}” holds {2} where a text belongs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In {0}, “{1}” holds {2} where true or false belongs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In {0}, {1} experiments wait, where {2} are the most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a session: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a session: it is nested too deeply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The experiment in {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is too large to be a session ({1} bytes).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a session: it is not a text file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be read: {1}.</source>
        <translation>无法读取 {0}：{1}。</translation>
    </message>
    <message>
        <source>{0} cannot be read:
{1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number {0} of the queue in {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In {0}, “colors.{1}” holds {2} where a number from 0 to 999 belongs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In {0}, “view.{1}” holds {2} where a plain value belongs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 run waits in the queue, of {sweep}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} runs wait in the queue, of {sweep}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run could not be trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the message; copy the details into a report if it seems to be a fault of the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is still training</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
