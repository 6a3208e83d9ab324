<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>engine-export</name>
    <message>
        <source>Writing</source>
        <translation>正在写入</translation>
    </message>
    <message>
        <source>Writing the weights</source>
        <translation>正在写入权重</translation>
    </message>
    <message>
        <source>Writing events</source>
        <translation>正在写入事件</translation>
    </message>
    <message>
        <source>{0}, run {1}</source>
        <translation>{0}，运行 {1}</translation>
    </message>
    <message>
        <source>say where MLflow keeps runs: a file such as mlflow.db, an address, or {0}</source>
        <translation>请指明 MLflow 保存运行的位置：文件（如 mlflow.db）、地址或 {0}</translation>
    </message>
    <message>
        <source>Copying the run's files to MLflow</source>
        <translation>正在将运行的文件复制到 MLflow</translation>
    </message>
    <message>
        <source>MLflow at {0} says: {1}</source>
        <translation>{0} 处的 MLflow 报告：{1}</translation>
    </message>
    <message>
        <source>Telling MLflow the numbers</source>
        <translation>正在向 MLflow 写入数值</translation>
    </message>
    <message>
        <source>moments of examples of the training classes</source>
        <translation>训练类别样本的矩</translation>
    </message>
    <message>
        <source>moments of the training classes</source>
        <translation>训练类别的矩</translation>
    </message>
    <message>
        <source>moments of the support set</source>
        <translation>支持集的矩</translation>
    </message>
    <message>
        <source>Writing the network as ONNX</source>
        <translation>正在将网络写为 ONNX</translation>
    </message>
    <message>
        <source>{0} has no network: it compares examples as they are</source>
        <translation>{0} 没有网络：它直接比较样本</translation>
    </message>
    <message>
        <source>adapted to {0} task {1}, {2} steps</source>
        <translation>已适应 {0} 任务 {1}，{2} 步</translation>
    </message>
    <message>
        <source>as learnt, not adapted</source>
        <translation>学到的原样，未适应</translation>
    </message>
    <message>
        <source>the same for all examples</source>
        <translation>对所有样本相同</translation>
    </message>
    <message>
        <source>what is learnt is no network by itself: it has no {0} before it meets a task</source>
        <translation>学到的内容本身不是网络：遇到任务之前没有 {0}</translation>
    </message>
    <message>
        <source>this method's predictions can be written as ONNX for a fixed number of queries only</source>
        <translation>该方法的预测只能按固定的查询样本数写为 ONNX</translation>
    </message>
    <message>
        <source>torch cannot write this network as ONNX: {0}</source>
        <translation>torch 无法将该网络写为 ONNX：{0}</translation>
    </message>
    <message>
        <source>this form needs {0}: pip install 'innerloop[{1}]'</source>
        <translation>此格式需要 {0}：pip install 'innerloop[{1}]'</translation>
    </message>
    <message>
        <source>environment.json of {0} is damaged: it holds no table</source>
        <translation>{0} 的 environment.json 已损坏：其中没有表</translation>
    </message>
    <message>
        <source>{0} has no best checkpoint yet: the first measurement writes it</source>
        <translation>{0} 还没有最佳检查点：第一次测量时写入</translation>
    </message>
</context>
</TS>
