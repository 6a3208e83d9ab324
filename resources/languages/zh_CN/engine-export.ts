<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>engine-export</name>
    <message>
        <source>Writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, run {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say where MLflow keeps runs: a file such as mlflow.db, an address, or {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copying the run's files to MLflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MLflow at {0} says: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telling MLflow the numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moments of examples of the training classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moments of the training classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moments of the support set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the network as ONNX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has no network: it compares examples as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adapted to {0} task {1}, {2} steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as learnt, not adapted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same for all examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is learnt is no network by itself: it has no {0} before it meets a task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this method's predictions can be written as ONNX for a fixed number of queries only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>torch cannot write this network as ONNX: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this form needs {0}: pip install 'innerloop[{1}]'</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>environment.json of {0} is damaged: it holds no table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has no best checkpoint yet: the first measurement writes it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
