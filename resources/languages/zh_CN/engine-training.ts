<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>engine-training</name>
    <message>
        <source>{0} is no longer there: it was moved or deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} holds tensors, but not the state of a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be read: it is damaged, for its checksum is another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be read: its state is damaged: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the compiler was ended by signal {0}; memory may have run out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exit code {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring {0} tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory ran out while {0} tasks were measured at once; now at most {1} are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set compute.mapping to auto or vectorised, which need no compiler.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training stopped with {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If this looks like a fault of the program, copy the details into a report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a smaller outer.lr (now {0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the {0} of iteration {1} is {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last good checkpoint is {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no checkpoint yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run diverged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run cannot go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}{1}. Its curves and checkpoints are as they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put a copy of one of the files back if you have one; else start the experiment again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The inner loop could not be compiled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend what is named above and start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The experiment cannot be run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out of memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {0} device has too little memory for this experiment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower outer.meta_batch_size or dataset.queries, or set compute.mapping to sequential, which holds one task at a time; fewer compute.workers hold fewer tasks, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A worker process failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run's folder is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}. Without it nothing of the run can be kept, so training has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the folder back where it was, and resume the run; else start the experiment again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file could not be read or written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the disk and the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No message was given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a smaller algorithm.inner_lr (now {0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compiled in {0} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, which takes minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the compiled inner loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory ran out with {0} tasks at once; from now on at most {1} are taken, which gives the same meta-gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compiling failed ({0}); the run goes on {1}, which is slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compiling the inner loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compute.mapping = compiled needs a C++ compiler (g++ or clang++); none was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {0} processes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, {0} from iteration {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compute.device = {0}: this machine has no such device; it has {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the checkpoint holds the parameters of another network or optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory may have run out: resume the run, with fewer compute.workers if it happens again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>worker process {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was ended by signal {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended with exit code {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cosine {0} with the meta-gradient in float32</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the experiment says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an inner loop, or tasks that run all at once, need it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this machine has no arithmetic for bfloat16</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>meta-gradients in bfloat16 differ: cosine {0}, less than {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>innerloop door</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What torchrun writes may say why: memory may have run out there, or the way between the machines is broken. Go on by starting torchrun with: resume last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>torchrun has started {0} processes, not {1}; leave this setting empty there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a compiled mapping is for processes of one machine; choose auto to train with torchrun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is gone: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rank {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its connection has ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>innerloop: rank {0} of {1} finds no way to the others: {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>watch over torchrun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rank {0} has not come within {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Callable[[Tensor, Tensor], Tensor]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended early, at iteration {0} of {1}: {2} without a better validation result than that of iteration {3}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>device {0}, mapping {1}, {2} threads, from {3}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} evaluations in a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>precision {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no checkpoint of {0} can be read: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine has no arithmetic for {0}, so the run is slower for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}; going on from {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}; the test is made with the network as it is after the last iteration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, in {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
