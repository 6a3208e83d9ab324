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
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
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
    <message>
        <source>{0} and {1}</source>
        <translation>{0} 和 {1}</translation>
    </message>
    <message>
        <source>{0} or {1}</source>
        <translation>{0} 或 {1}</translation>
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
        <source>For regression.</source>
        <translation>用于回归。</translation>
    </message>
    <message>
        <source>classes in training</source>
        <translation>训练时的类别</translation>
    </message>
    <message>
        <source>0.67 / 0.38 / 0.35 mean squared error after 1 / 5 / 10 steps, measured with 5 shots (Finn et al. 2017); set dataset.shots = 5 in an evaluation to compare</source>
        <translation>1 / 5 / 10 步之后的均方误差为 0.67 / 0.38 / 0.35，测量时每类 5 个点（Finn et al. 2017）；要比较，请在评估中设 dataset.shots = 5</translation>
    </message>
    <message>
        <source>98.7 ± 0.4 % (Finn et al. 2017, table 1)</source>
        <translation>98.7 ± 0.4%（Finn et al. 2017，表 1）</translation>
    </message>
    <message>
        <source>98.3 % (first-order MAML, transductive; Nichol et al. 2018, table 2)</source>
        <translation>98.3%（一阶 MAML，直推式；Nichol et al. 2018，表 2）</translation>
    </message>
    <message>
        <source>97.68 % transductive, 95.39 % otherwise (Nichol et al. 2018, table 2)</source>
        <translation>97.68%（直推式）、95.39%（非直推式）；Nichol et al. 2018，表 2</translation>
    </message>
    <message>
        <source>99.16 % (Rajeswaran et al. 2019, table 2)</source>
        <translation>99.16%（Rajeswaran et al. 2019，表 2）</translation>
    </message>
    <message>
        <source>99.47 % (Antoniou et al. 2019, table 1)</source>
        <translation>99.47%（Antoniou et al. 2019，表 1）</translation>
    </message>
    <message>
        <source>99.53 % (Li et al. 2017, table 2)</source>
        <translation>99.53%（Li et al. 2017，表 2）</translation>
    </message>
    <message>
        <source>98.8 % (Snell et al. 2017, table 1)</source>
        <translation>98.8%（Snell et al. 2017，表 1）</translation>
    </message>
    <message>
        <source>98.1 % (Vinyals et al. 2016, table 1)</source>
        <translation>98.1%（Vinyals et al. 2016，表 1）</translation>
    </message>
    <message>
        <source>99.6 ± 0.2 % (Sung et al. 2018, table 1)</source>
        <translation>99.6 ± 0.2%（Sung et al. 2018，表 1）</translation>
    </message>
    <message>
        <source>98.6 % (Bertinetto et al. 2019, section 4.3)</source>
        <translation>98.6%（Bertinetto et al. 2019，第 4.3 节）</translation>
    </message>
    <message>
        <source>95.3 % (Garnelo et al. 2018, table 2)</source>
        <translation>95.3%（Garnelo et al. 2018，表 2）</translation>
    </message>
    <message>
        <source>99.07 % (Mishra et al. 2018, table 1)</source>
        <translation>99.07%（Mishra et al. 2018，表 1）</translation>
    </message>
    <message>
        <source>82.8 % (Santoro et al. 2016, table 1)</source>
        <translation>82.8%（Santoro et al. 2016，表 1）</translation>
    </message>
    <message>
        <source>99.9 ± 0.1 % (Finn et al. 2017, table 1)</source>
        <translation>99.9 ± 0.1%（Finn et al. 2017，表 1）</translation>
    </message>
    <message>
        <source>99.2 % (first-order MAML, transductive; Nichol et al. 2018, table 2)</source>
        <translation>99.2%（一阶 MAML，直推式；Nichol et al. 2018，表 2）</translation>
    </message>
    <message>
        <source>99.48 % transductive, 98.90 % otherwise (Nichol et al. 2018, table 2)</source>
        <translation>99.48%（直推式）、98.90%（非直推式）；Nichol et al. 2018，表 2</translation>
    </message>
    <message>
        <source>99.67 % (Rajeswaran et al. 2019, table 2)</source>
        <translation>99.67%（Rajeswaran et al. 2019，表 2）</translation>
    </message>
    <message>
        <source>99.93 % (Antoniou et al. 2019, table 1)</source>
        <translation>99.93%（Antoniou et al. 2019，表 1）</translation>
    </message>
    <message>
        <source>99.93 % (Li et al. 2017, table 2)</source>
        <translation>99.93%（Li et al. 2017，表 2）</translation>
    </message>
    <message>
        <source>99.7 % (Snell et al. 2017, table 1)</source>
        <translation>99.7%（Snell et al. 2017，表 1）</translation>
    </message>
    <message>
        <source>98.9 % (Vinyals et al. 2016, table 1)</source>
        <translation>98.9%（Vinyals et al. 2016，表 1）</translation>
    </message>
    <message>
        <source>99.8 ± 0.1 % (Sung et al. 2018, table 1)</source>
        <translation>99.8 ± 0.1%（Sung et al. 2018，表 1）</translation>
    </message>
    <message>
        <source>99.7 % (Bertinetto et al. 2019, section 4.3)</source>
        <translation>99.7%（Bertinetto et al. 2019，第 4.3 节）</translation>
    </message>
    <message>
        <source>98.5 % (Garnelo et al. 2018, table 2)</source>
        <translation>98.5%（Garnelo et al. 2018，表 2）</translation>
    </message>
    <message>
        <source>99.78 % (Mishra et al. 2018, table 1)</source>
        <translation>99.78%（Mishra et al. 2018，表 1）</translation>
    </message>
    <message>
        <source>94.9 % (Santoro et al. 2016, table 1)</source>
        <translation>94.9%（Santoro et al. 2016，表 1）</translation>
    </message>
    <message>
        <source>95.8 ± 0.3 % (Finn et al. 2017, table 1)</source>
        <translation>95.8 ± 0.3%（Finn et al. 2017，表 1）</translation>
    </message>
    <message>
        <source>89.4 % (first-order MAML, transductive; Nichol et al. 2018, table 2)</source>
        <translation>89.4%（一阶 MAML，直推式；Nichol et al. 2018，表 2）</translation>
    </message>
    <message>
        <source>89.43 % transductive, 88.14 % otherwise (Nichol et al. 2018, table 2)</source>
        <translation>89.43%（直推式）、88.14%（非直推式）；Nichol et al. 2018，表 2</translation>
    </message>
    <message>
        <source>96.2 % (Raghu et al. 2020, table 1)</source>
        <translation>96.2%（Raghu et al. 2020，表 1）</translation>
    </message>
    <message>
        <source>94.46 % (Rajeswaran et al. 2019, table 2)</source>
        <translation>94.46%（Rajeswaran et al. 2019，表 2）</translation>
    </message>
    <message>
        <source>97.65 % (Antoniou et al. 2019, table 1)</source>
        <translation>97.65%（Antoniou et al. 2019，表 1）</translation>
    </message>
    <message>
        <source>95.93 % (Li et al. 2017, table 2)</source>
        <translation>95.93%（Li et al. 2017，表 2）</translation>
    </message>
    <message>
        <source>96.0 % (Snell et al. 2017, table 1)</source>
        <translation>96.0%（Snell et al. 2017，表 1）</translation>
    </message>
    <message>
        <source>93.8 % (Vinyals et al. 2016, table 1)</source>
        <translation>93.8%（Vinyals et al. 2016，表 1）</translation>
    </message>
    <message>
        <source>97.6 ± 0.2 % (Sung et al. 2018, table 1)</source>
        <translation>97.6 ± 0.2%（Sung et al. 2018，表 1）</translation>
    </message>
    <message>
        <source>94.7 % (Bertinetto et al. 2019, section 4.3)</source>
        <translation>94.7%（Bertinetto et al. 2019，第 4.3 节）</translation>
    </message>
    <message>
        <source>89.9 % (Garnelo et al. 2018, table 2)</source>
        <translation>89.9%（Garnelo et al. 2018，表 2）</translation>
    </message>
    <message>
        <source>97.64 % (Mishra et al. 2018, table 1)</source>
        <translation>97.64%（Mishra et al. 2018，表 1）</translation>
    </message>
    <message>
        <source>98.9 ± 0.2 % (Finn et al. 2017, table 1)</source>
        <translation>98.9 ± 0.2%（Finn et al. 2017，表 1）</translation>
    </message>
    <message>
        <source>97.9 % (first-order MAML, transductive; Nichol et al. 2018, table 2)</source>
        <translation>97.9%（一阶 MAML，直推式；Nichol et al. 2018，表 2）</translation>
    </message>
    <message>
        <source>97.12 % transductive, 96.65 % otherwise (Nichol et al. 2018, table 2)</source>
        <translation>97.12%（直推式）、96.65%（非直推式）；Nichol et al. 2018，表 2</translation>
    </message>
    <message>
        <source>98.0 % (Raghu et al. 2020, table 1)</source>
        <translation>98.0%（Raghu et al. 2020，表 1）</translation>
    </message>
    <message>
        <source>98.69 % (Rajeswaran et al. 2019, table 2)</source>
        <translation>98.69%（Rajeswaran et al. 2019，表 2）</translation>
    </message>
    <message>
        <source>99.33 % (Antoniou et al. 2019, table 1)</source>
        <translation>99.33%（Antoniou et al. 2019，表 1）</translation>
    </message>
    <message>
        <source>98.97 % (Li et al. 2017, table 2)</source>
        <translation>98.97%（Li et al. 2017，表 2）</translation>
    </message>
    <message>
        <source>98.9 % (Snell et al. 2017, table 1)</source>
        <translation>98.9%（Snell et al. 2017，表 1）</translation>
    </message>
    <message>
        <source>98.5 % (Vinyals et al. 2016, table 1)</source>
        <translation>98.5%（Vinyals et al. 2016，表 1）</translation>
    </message>
    <message>
        <source>99.1 ± 0.1 % (Sung et al. 2018, table 1)</source>
        <translation>99.1 ± 0.1%（Sung et al. 2018，表 1）</translation>
    </message>
    <message>
        <source>98.9 % (Bertinetto et al. 2019, section 4.3)</source>
        <translation>98.9%（Bertinetto et al. 2019，第 4.3 节）</translation>
    </message>
    <message>
        <source>96.8 % (Garnelo et al. 2018, table 2)</source>
        <translation>96.8%（Garnelo et al. 2018，表 2）</translation>
    </message>
    <message>
        <source>99.36 % (Mishra et al. 2018, table 1)</source>
        <translation>99.36%（Mishra et al. 2018，表 1）</translation>
    </message>
    <message>
        <source>48.70 % (Finn et al. 2017, table 1)</source>
        <translation>48.70%（Finn et al. 2017，表 1）</translation>
    </message>
    <message>
        <source>48.07 % (Finn et al. 2017, table 1)</source>
        <translation>48.07%（Finn et al. 2017，表 1）</translation>
    </message>
    <message>
        <source>47.07 % (Nichol et al. 2018, not transductive)</source>
        <translation>47.07%（Nichol et al. 2018，非直推式）</translation>
    </message>
    <message>
        <source>43.56 % (with full context, as measured by Ravi and Larochelle 2017)</source>
        <translation>43.56%（启用完整上下文，由 Ravi 和 Larochelle 2017 测得）</translation>
    </message>
    <message>
        <source>62.64 % (Lee et al. 2019, with ResNet-12)</source>
        <translation>62.64%（Lee et al. 2019，使用 ResNet-12）</translation>
    </message>
    <message>
        <source>63.11 % (Finn et al. 2017, table 1)</source>
        <translation>63.11%（Finn et al. 2017，表 1）</translation>
    </message>
    <message>
        <source>63.15 % (Finn et al. 2017, table 1)</source>
        <translation>63.15%（Finn et al. 2017，表 1）</translation>
    </message>
    <message>
        <source>62.74 % (Nichol et al. 2018, not transductive)</source>
        <translation>62.74%（Nichol et al. 2018，非直推式）</translation>
    </message>
    <message>
        <source>55.31 % (with full context, as measured by Ravi and Larochelle 2017)</source>
        <translation>55.31%（启用完整上下文，由 Ravi 和 Larochelle 2017 测得）</translation>
    </message>
    <message>
        <source>78.63 % (Lee et al. 2019, with ResNet-12)</source>
        <translation>78.63%（Lee et al. 2019，使用 ResNet-12）</translation>
    </message>
</context>
</TS>
