<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>help</name>
    <message>
        <source>outer loop</source>
        <translation>外循环</translation>
    </message>
    <message>
        <source>inner loop,
one for each task</source>
        <translation>内循环，
每个任务一个</translation>
    </message>
    <message>
        <source>learnt steps,
straight to the task</source>
        <translation>学习得到的步，
直达任务</translation>
    </message>
    <message>
        <source>plain gradients,
to and fro</source>
        <translation>普通梯度，
来回摆动</translation>
    </message>
    <message>
        <source>query</source>
        <translation>查询样本</translation>
    </message>
    <message>
        <source>a ring is where a class lies;
the nearest one is taken</source>
        <translation>圆环是各类别所在之处；
取最近的一个</translation>
    </message>
    <message>
        <source>features,
learnt</source>
        <translation>学习得到的
特征</translation>
    </message>
    <message>
        <source>solved
at once</source>
        <translation>一次
解出</translation>
    </message>
    <message>
        <source>support set</source>
        <translation>支持集</translation>
    </message>
    <message>
        <source>reads</source>
        <translation>读入</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>作答</translation>
    </message>
    <message>
        <source>label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Meta-learner</source>
        <translation>元学习器</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>随机猜测</translation>
    </message>
    <message>
        <source>Nearest</source>
        <translation>最近邻</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>搜索帮助</translation>
    </message>
    <message>
        <source>Pages of the help</source>
        <translation>帮助页面</translation>
    </message>
    <message>
        <source>Nothing found. Try fewer words.</source>
        <translation>未找到。请减少搜索词。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>{page} – Innerloop Help</source>
        <translation>{page} – Innerloop 帮助</translation>
    </message>
    <message>
        <source>Task {number}</source>
        <translation>任务 {number}</translation>
    </message>
    <message>
        <source>outer loop: what the queries of all tasks say improves θ</source>
        <translation>外循环：所有任务的查询样本给出的信息用来改进 θ</translation>
    </message>
    <message>
        <source>inner loop</source>
        <translation>内循环</translation>
    </message>
    <message>
        <source>queries</source>
        <translation>查询样本</translation>
    </message>
    <message>
        <source>shared by
all tasks</source>
        <translation>所有任务
共享</translation>
    </message>
    <message>
        <source>Choose what to train</source>
        <translation>选择训练内容</translation>
    </message>
    <message>
        <source>A preset is a whole experiment that is known to work. This one needs no download: a network learns to bend onto sine waves. Below it is every setting; F1 explains the one that has the focus.</source>
        <translation>预设是一个已知可行的完整实验。当前这个无需下载：网络学习弯曲成正弦波。下方是全部设置项；按 F1 可查看焦点所在项的说明。</translation>
    </message>
    <message>
        <source>Press Start</source>
        <translation>按“开始”</translation>
    </message>
    <message>
        <source>Training begins at once, in the background. You can pause it, stop it and keep what it has learnt, or let other settings wait in the queue.</source>
        <translation>训练立即在后台开始。你可以暂停，可以停止并保留已学到的内容，也可以让其他设置在队列中等候。</translation>
    </message>
    <message>
        <source>Watch it learn</source>
        <translation>看它学习</translation>
    </message>
    <message>
        <source>The first points are here within seconds. The other tabs look into what was learnt: Adaptation shows one task step by step, and in Try it you give the model a task of your own.</source>
        <translation>最初的几个点几秒之内就会出现。其他标签页可查看学到了什么：“适应”逐步展示一个任务，在“试一试”中你可以给模型出一个自己的任务。</translation>
    </message>
    <message>
        <source>Keep and compare</source>
        <translation>保留与比较</translation>
    </message>
    <message>
        <source>Every run stays in this table, also after you quit. Select several, and their curves overlay; Compare says whether they differ by more than chance.</source>
        <translation>每个运行都留在这张表格中，退出后也不会消失。选中多个运行，它们的曲线会叠加显示；“比较”会说明它们的差异是否超出偶然。</translation>
    </message>
    <message>
        <source>{number} of {many}</source>
        <translation>第 {number} / {many} 步</translation>
    </message>
    <message>
        <source>{count}. {title}. {text}</source>
        <translation>{count}。{title}。{text}</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
</TS>
