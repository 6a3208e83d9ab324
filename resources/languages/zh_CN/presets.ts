<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>presets</name>
    <message>
        <source>A network learns to bend onto a new sine wave in one gradient step. Nothing to download.</source>
        <translation>网络学习用一个梯度步贴合新的正弦波。无需下载。</translation>
    </message>
    <message>
        <source>Mean over the support points, and mean over the queries, as in the authors' program; its step size of 0.01 is 0.01 here.</source>
        <translation>对支持点取平均，也对查询点取平均，与作者的程序相同；其步长 0.01 在这里也是 0.01。</translation>
    </message>
    <message>
        <source>No normalization. As in the authors' program 10 points are trained on; this preset also measures with 10, where the published table measures with 5.</source>
        <translation>不做归一化。与作者的程序相同，在 10 个点上训练；本预设也用 10 个点测量，而已发表的表格用 5 个点。</translation>
    </message>
    <message>
        <source>0.67 / 0.38 / 0.35 mean squared error after 1 / 5 / 10 steps, measured with 5 shots (Finn et al. 2017); set dataset.shots = 5 in an evaluation to compare</source>
        <translation>1 / 5 / 10 步之后的均方误差为 0.67 / 0.38 / 0.35，测量时每类 5 个点（Finn et al. 2017）；要比较，请在评估中设 dataset.shots = 5</translation>
    </message>
    <message>
        <source>The same waves without second derivatives: the starting point moves towards where each training ends.</source>
        <translation>同样的正弦波，但不用二阶导数：起点朝每次训练结束处移动。</translation>
    </message>
    <message>
        <source>Mean over the mini-batch of 10 points, as in the authors' demonstration; its inner rate of 0.02 is 0.02 here.</source>
        <translation>对 10 个点的小批量取平均，与作者的演示相同；其内循环学习率 0.02 在这里也是 0.02。</translation>
    </message>
    <message>
        <source>No normalization. After the authors' demonstration: a task is 50 points, seen in 5 mini-batches of 10; adaptation to a new wave sees 10 points and takes 32 steps. Departures: the points are drawn anew for each task where theirs lie on a grid, the network has ReLU where theirs has tanh, and amplitudes and phases are those of Finn et al. 2017.</source>
        <translation>不做归一化。依照作者的演示：一个任务有 50 个点，分成 5 个小批量、每批 10 个；适应新的正弦波时看 10 个点，走 32 步。差异：每个任务的点重新抽取，而作者的点位于网格上；网络用 ReLU，而作者用 tanh；振幅和相位采用 Finn et al. 2017 的设置。</translation>
    </message>
    <message>
        <source>Only the last layer bends onto a new sine wave; what it makes use of was learnt before.</source>
        <translation>只有最后一层去贴合新的正弦波；它所利用的部分已事先学好。</translation>
    </message>
    <message>
        <source>Mean over the support points, and mean over the queries: a step size of 0.1 is 0.1 on the mean loss.</source>
        <translation>对支持点取平均，也对查询点取平均：步长 0.1 即在平均损失上为 0.1。</translation>
    </message>
    <message>
        <source>No normalization. No published protocol for sine waves: waves, network and outer loop are those of MAML.</source>
        <translation>不做归一化。正弦波没有已发表的实验方案：波形、网络和外循环采用 MAML 的设置。</translation>
    </message>
    <message>
        <source>All but the last layer bends onto a new sine wave.</source>
        <translation>除最后一层之外，其余各层都去贴合新的正弦波。</translation>
    </message>
    <message>
        <source>Mean over the support points, and mean over the queries: a step size of 0.01 is 0.01 on the mean loss.</source>
        <translation>对支持点取平均，也对查询点取平均：步长 0.01 即在平均损失上为 0.01。</translation>
    </message>
    <message>
        <source>Sixteen steps near the shared network fit a new sine wave; none of them need be remembered.</source>
        <translation>在共享网络附近走十六步即可拟合新的正弦波；无需记住其中任何一步。</translation>
    </message>
    <message>
        <source>Mean over the support points, and mean over the queries: a step size of 0.02 is 0.02 on the mean loss.</source>
        <translation>对支持点取平均，也对查询点取平均：步长 0.02 即在平均损失上为 0.02。</translation>
    </message>
    <message>
        <source>MAML with learnt step sizes and the loss of every step, on sine waves.</source>
        <translation>带有学习的步长和每步损失的 MAML，用于正弦波。</translation>
    </message>
    <message>
        <source>Picks the waves that differ most from a pool, and learns a step size for every layer.</source>
        <translation>从任务池中选出差异最大的正弦波，并为每一层学习步长。</translation>
    </message>
    <message>
        <source>Adaptation and a pull towards the shared network take turns on each sine wave. Nothing to download.</source>
        <translation>对每个正弦波，适应与拉回共享网络交替进行。无需下载。</translation>
    </message>
    <message>
        <source>Mean over the support points: a step size of 0.02 is 0.02 on the mean loss.</source>
        <translation>对支持点取平均：步长 0.02 即在平均损失上为 0.02。</translation>
    </message>
    <message>
        <source>No normalization. No published protocol.</source>
        <translation>不做归一化。没有已发表的实验方案。</translation>
    </message>
    <message>
        <source>Learns a step size for every parameter, and bends onto a new sine wave in one step.</source>
        <translation>为每个参数学习步长，一步贴合新的正弦波。</translation>
    </message>
    <message>
        <source>Learns how gradients should be bent before a step towards a new sine wave.</source>
        <translation>学习在朝新的正弦波迈步之前应如何弯曲梯度。</translation>
    </message>
    <message>
        <source>Gates that see gradient, loss and value of each parameter bend the network onto a new sine wave.</source>
        <translation>门控看到每个参数的梯度、损失和数值，使网络贴合新的正弦波。</translation>
    </message>
    <message>
        <source>A small network decides how every parameter moves towards a new sine wave.</source>
        <translation>由一个小网络决定每个参数如何朝新的正弦波移动。</translation>
    </message>
    <message>
        <source>A network reads ten points of a sine wave at once and tells the rest of it, and how sure it is.</source>
        <translation>网络一次读入正弦波的十个点，说出其余部分以及有多大把握。</translation>
    </message>
    <message>
        <source>Mean over the queries of a task; the loss is the negative log-likelihood, the figure the mean squared error of the predicted mean.</source>
        <translation>对任务的查询样本取平均；损失为负对数似然，所报告的数字是预测均值的均方误差。</translation>
    </message>
    <message>
        <source>No normalization. No published protocol: the authors draw their functions from Gaussian processes.</source>
        <translation>不做归一化。没有已发表的实验方案：作者从高斯过程中抽取函数。</translation>
    </message>
    <message>
        <source>Ten points of a sine wave and a place on it are read as one sequence. Nothing to download.</source>
        <translation>正弦波的十个点和其上的一个位置作为一个序列读入。无需下载。</translation>
    </message>
    <message>
        <source>Mean over the queries of a task.</source>
        <translation>对任务的查询样本取平均。</translation>
    </message>
    <message>
        <source>A network with a memory reads ten points one by one and looks up what belongs to another.</source>
        <translation>带记忆的网络逐个读入十个点，再查找另一个点对应的值。</translation>
    </message>
    <message>
        <source>Task-conditioned network</source>
        <translation>任务条件网络</translation>
    </message>
    <message>
        <source>An encoder reads ten points and says how the network should be to draw their wave.</source>
        <translation>编码器读入十个点，给出网络应有的样子，以画出它们所在的正弦波。</translation>
    </message>
    <message>
        <source>Transductive in name only: layer norm looks at one point at a time. No published protocol for sine waves: waves and hidden layers are those of MAML.</source>
        <translation>只在名义上是直推式：层归一化每次只看一个点。正弦波没有已发表的实验方案：波形和隐藏层采用 MAML 的设置。</translation>
    </message>
    <message>
        <source>The yardstick of transfer: a network that has met no wave before is trained on ten points.</source>
        <translation>衡量迁移的基准：从未见过任何正弦波的网络在十个点上训练。</translation>
    </message>
    <message>
        <source>No normalization. No published protocol: a yardstick for the others.</source>
        <translation>不做归一化。没有已发表的实验方案：作为其他方法的基准。</translation>
    </message>
    <message>
        <source>The yardstick without learning: each place gets the value of the nearest known point.</source>
        <translation>不学习的基准：每个位置取最近已知点的值。</translation>
    </message>
    <message>
        <source>Nothing is minimised; no mean over anything.</source>
        <translation>没有最小化任何目标，也没有取平均。</translation>
    </message>
    <message>
        <source>Glyphs 5-way 1-shot</source>
        <translation>字形 5-way 1-shot</translation>
    </message>
    <message>
        <source>Characters that the program draws itself: one gradient step tells five new ones apart, after minutes of training.</source>
        <translation>由程序自行绘制的字符：训练数分钟后，一个梯度步就能区分五个新字符。</translation>
    </message>
    <message>
        <source>Mean over the support set: a step size of 0.4 is 0.4 on the mean loss.</source>
        <translation>对支持集取平均：步长 0.4 即在平均损失上为 0.4。</translation>
    </message>
    <message>
        <source>Transductive: the queries of a task are normalised together. No published protocol: the set is the program's own.</source>
        <translation>直推式：任务的查询样本一起归一化。没有已发表的实验方案：数据集是本程序自有的。</translation>
    </message>
    <message>
        <source>Only the last layer is adapted to five new characters; their features are learnt beforehand.</source>
        <translation>只有最后一层适应五个新字符；特征已事先学好。</translation>
    </message>
    <message>
        <source>Mean over the support set: a step size of 2 is 2 on the mean loss.</source>
        <translation>对支持集取平均：步长 2 即在平均损失上为 2。</translation>
    </message>
    <message>
        <source>Only the features are adapted to five new characters; the last layer stays as it is.</source>
        <translation>只有特征适应五个新字符；最后一层保持不变。</translation>
    </message>
    <message>
        <source>Five new characters are learnt near the shared network, and the meta-gradient needs no memory of the way.</source>
        <translation>在共享网络附近学会五个新字符，求元梯度无需记住走过的路径。</translation>
    </message>
    <message>
        <source>MAML with the loss of every step, learnt step sizes, and norms of their own for each step.</source>
        <translation>带有每步损失、学习的步长和每步各自归一化的 MAML。</translation>
    </message>
    <message>
        <source>Mean over the support set: a step size of 0.2 is 0.2 on the mean loss.</source>
        <translation>对支持集取平均：步长 0.2 即在平均损失上为 0.2。</translation>
    </message>
    <message>
        <source>Picks tasks that represent a pool, and learns a step size for every layer with the starting point.</source>
        <translation>选出能代表任务池的任务，与起点一起为每一层学习步长。</translation>
    </message>
    <message>
        <source>Learns how far and in which direction each parameter moves, along with where it starts.</source>
        <translation>除了从哪里出发，还学习每个参数朝哪个方向移动多远。</translation>
    </message>
    <message>
        <source>Mean over the support set: step sizes start at 0.4 on the mean loss.</source>
        <translation>对支持集取平均：步长在平均损失上从 0.4 开始。</translation>
    </message>
    <message>
        <source>Learns how gradients should be bent before each step, along with the starting point.</source>
        <translation>与起点一起学习在每一步之前应如何弯曲梯度。</translation>
    </message>
    <message>
        <source>Gates that see gradient, loss and value of each parameter decide what is kept and what is added.</source>
        <translation>门控看到每个参数的梯度、损失和数值，决定保留什么、加入什么。</translation>
    </message>
    <message>
        <source>Mean over the support set: a step size of 0.1 is 0.1 on the mean loss.</source>
        <translation>对支持集取平均：步长 0.1 即在平均损失上为 0.1。</translation>
    </message>
    <message>
        <source>A small network decides how every parameter moves, and is trained for that on many tasks.</source>
        <translation>由一个小网络决定每个参数如何移动，并在许多任务上为此接受训练。</translation>
    </message>
    <message>
        <source>Characters that the program draws itself: a space in which examples of a class gather, learnt in minutes.</source>
        <translation>由程序自行绘制的字符：几分钟内学会一个使同类样本聚集的空间。</translation>
    </message>
    <message>
        <source>Mean over the queries of a task, as in the paper.</source>
        <translation>对任务的查询样本取平均，与论文相同。</translation>
    </message>
    <message>
        <source>Queries are normalised with the statistics of the training classes (population), as running averages would give; a prediction never depends on other queries. No published protocol: the set is the program's own.</source>
        <translation>查询样本用训练类别的统计量归一化（population），相当于滑动平均所得；预测从不依赖其他查询样本。没有已发表的实验方案：数据集是本程序自有的。</translation>
    </message>
    <message>
        <source>Characters that the program draws itself: a query takes the labels of the examples that it is most like.</source>
        <translation>由程序自行绘制的字符：查询样本采用与其最相似的样本的标签。</translation>
    </message>
    <message>
        <source>Characters that the program draws itself: a second network learns how well two pictures go together.</source>
        <translation>由程序自行绘制的字符：第二个网络学习两张图片的匹配程度。</translation>
    </message>
    <message>
        <source>Mean over the queries and classes of a task, as in the authors' program.</source>
        <translation>对任务的查询样本和类别取平均，与作者的程序相同。</translation>
    </message>
    <message>
        <source>Queries are normalised with the statistics of the training classes (population), as running averages would give; a prediction never depends on other queries. Training tasks have 5 classes, for with more of them squared error first learns to say no to every pair. No published protocol: the set is the program's own.</source>
        <translation>查询样本用训练类别的统计量归一化（population），相当于滑动平均所得；预测从不依赖其他查询样本。训练任务有 5 个类别，因为类别更多时，平方误差会先学会对每个配对都说“不”。没有已发表的实验方案：数据集是本程序自有的。</translation>
    </message>
    <message>
        <source>Characters that the program draws itself: features with which ridge regression tells new ones apart.</source>
        <translation>由程序自行绘制的字符：学习能让岭回归区分新字符的特征。</translation>
    </message>
    <message>
        <source>Characters that the program draws itself: features with which ridge regression of given strength tells new ones.</source>
        <translation>由程序自行绘制的字符：学习能让给定强度的岭回归区分新字符的特征。</translation>
    </message>
    <message>
        <source>Characters that the program draws itself: features with which a support vector machine separates new ones.</source>
        <translation>由程序自行绘制的字符：学习能让支持向量机区分新字符的特征。</translation>
    </message>
    <message>
        <source>Characters that the program draws itself: a decoder reads the codes of five classes beside a query.</source>
        <translation>由程序自行绘制的字符：解码器同时读入五个类别的编码和一个查询样本。</translation>
    </message>
    <message>
        <source>Characters that the program draws itself: five of them and a query are read as one sequence.</source>
        <translation>由程序自行绘制的字符：五个字符和一个查询样本作为一个序列读入。</translation>
    </message>
    <message>
        <source>Characters that the program draws itself: a network with a memory beside it reads them one by one.</source>
        <translation>由程序自行绘制的字符：带外部记忆的网络逐个读入。</translation>
    </message>
    <message>
        <source>Characters that the program draws itself: an encoder reads five and says how the network should be.</source>
        <translation>由程序自行绘制的字符：编码器读入五个字符，给出网络应有的样子。</translation>
    </message>
    <message>
        <source>No meta-learning: one classifier of all training classes, and a new last layer for each task.</source>
        <translation>不做元学习：一个涵盖所有训练类别的分类器，每个任务配一个新的最后一层。</translation>
    </message>
    <message>
        <source>Mean over the examples of a batch of all training classes.</source>
        <translation>对来自所有训练类别的批次中的样本取平均。</translation>
    </message>
    <message>
        <source>No meta-learning: a classifier that compares directions, and a new last layer for each task.</source>
        <translation>不做元学习：一个比较方向的分类器，每个任务配一个新的最后一层。</translation>
    </message>
    <message>
        <source>No meta-learning: nearest class mean among the features of an ordinary classifier.</source>
        <translation>不做元学习：在普通分类器的特征中取最近的类别均值。</translation>
    </message>
    <message>
        <source>The yardstick of transfer: a network that has learnt nothing is trained on each task.</source>
        <translation>衡量迁移的基准：什么都没学过的网络在每个任务上训练。</translation>
    </message>
    <message>
        <source>The yardstick without learning: each query gets the label of the picture that it is most like.</source>
        <translation>不学习的基准：每个查询样本采用与其最相似的图片的标签。</translation>
    </message>
    <message>
        <source>Transductive in name only: there is no network and nothing to normalise. No published protocol: the set is the program's own.</source>
        <translation>只在名义上是直推式：没有网络，也没有可归一化的内容。没有已发表的实验方案：数据集是本程序自有的。</translation>
    </message>
    <message>
        <source>Omniglot 5-way 1-shot</source>
        <translation>Omniglot 5-way 1-shot</translation>
    </message>
    <message>
        <source>A starting point from which one gradient step tells five new characters apart.</source>
        <translation>一个起点，从它出发一个梯度步就能区分五个新字符。</translation>
    </message>
    <message>
        <source>Mean over the support set. The authors' code sums over its 5 × K examples and divides by K, so its step size of 0.4 is 2.0 here.</source>
        <translation>对支持集取平均。作者的代码对 5 × K 个样本求和再除以 K，因此其步长 0.4 在这里是 2.0。</translation>
    </message>
    <message>
        <source>Transductive: the queries of a task are normalised together, as in the authors' program. Departures: the characters are split as by Vinyals et al. 2016 (1,028 for training, where the authors draw 1,200 at random), and the test is on the checkpoint that was best on validation classes.</source>
        <translation>直推式：任务的查询样本一起归一化，与作者的程序相同。差异：字符按 Vinyals et al. 2016 划分（1,028 个用于训练，而作者随机抽取 1,200 个），测试采用在验证类别上最佳的检查点。</translation>
    </message>
    <message>
        <source>98.7 ± 0.4 % (Finn et al. 2017, table 1)</source>
        <translation>98.7 ± 0.4%（Finn et al. 2017，表 1）</translation>
    </message>
    <message>
        <source>First-order MAML</source>
        <translation>一阶 MAML</translation>
    </message>
    <message>
        <source>MAML with the derivative stopped at the inner gradients: cheaper, nearly as good.</source>
        <translation>不对内循环梯度求导的 MAML：更便宜，效果相差无几。</translation>
    </message>
    <message>
        <source>98.3 % (first-order MAML, transductive; Nichol et al. 2018, table 2)</source>
        <translation>98.3%（一阶 MAML，直推式；Nichol et al. 2018，表 2）</translation>
    </message>
    <message>
        <source>No queries and no second derivatives: the starting point moves towards where the training on each task ends.</source>
        <translation>不需要查询样本和二阶导数：起点朝各任务训练结束处移动。</translation>
    </message>
    <message>
        <source>Mean over the mini-batch, as in the authors' program; its inner rate of 0.001 is 0.001 here.</source>
        <translation>对小批量取平均，与作者的程序相同；其内循环学习率 0.001 在这里也是 0.001。</translation>
    </message>
    <message>
        <source>Transductive: the queries of a task, one of each class, are normalised together; compare with the transductive figure. Departures: Adam's second moments start afresh on each task, the last layer sees the mean of the last feature map where the authors' network sees its four places, the characters are split as by Vinyals et al. 2016, and the test is 1,000 tasks on the checkpoint that was best on validation classes, where the authors measure 10,000 on the last one.</source>
        <translation>直推式：任务的查询样本（每类一个）一起归一化；请与直推式的数字比较。差异：Adam 的二阶矩在每个任务上重新开始；最后一层看到的是最后一个特征图的平均，而作者的网络看到它的四个位置；字符按 Vinyals et al. 2016 划分；测试采用在验证类别上最佳的检查点和 1,000 个任务，而作者用最后的检查点测量 10,000 个任务。</translation>
    </message>
    <message>
        <source>97.68 % transductive, 95.39 % otherwise (Nichol et al. 2018, table 2)</source>
        <translation>97.68%（直推式）、95.39%（非直推式）；Nichol et al. 2018，表 2</translation>
    </message>
    <message>
        <source>Only the last layer adapts to five new characters, on features that were learnt for that.</source>
        <translation>只有最后一层适应五个新字符，利用专为此学习的特征。</translation>
    </message>
    <message>
        <source>Transductive: the queries of a task are normalised together. Departures: the characters are split as by Vinyals et al. 2016 and turned at random, and the test is on the checkpoint that was best on validation classes.</source>
        <translation>直推式：任务的查询样本一起归一化。差异：字符按 Vinyals et al. 2016 划分并随机旋转，测试采用在验证类别上最佳的检查点。</translation>
    </message>
    <message>
        <source>Transductive: the queries of a task are normalised together. No published figure for this task: tasks, network and outer loop are those of MAML on Omniglot; the characters are split as by Vinyals et al. 2016 and turned at random, and the test is on the checkpoint that was best on validation classes.</source>
        <translation>直推式：任务的查询样本一起归一化。该任务没有已发表的数字：任务、网络和外循环采用 MAML 在 Omniglot 上的设置；字符按 Vinyals et al. 2016 划分并随机旋转，测试采用在验证类别上最佳的检查点。</translation>
    </message>
    <message>
        <source>Sixteen steps near the shared network tell five new characters apart; none need be remembered.</source>
        <translation>在共享网络附近走十六步即可区分五个新字符；无需记住其中任何一步。</translation>
    </message>
    <message>
        <source>99.16 % (Rajeswaran et al. 2019, table 2)</source>
        <translation>99.16%（Rajeswaran et al. 2019，表 2）</translation>
    </message>
    <message>
        <source>MAML made stable: learnt step sizes, losses and norms of every step, for five new characters.</source>
        <translation>更稳定的 MAML：学习的步长，以及每一步的损失和归一化，用于五个新字符。</translation>
    </message>
    <message>
        <source>99.47 % (Antoniou et al. 2019, table 1)</source>
        <translation>99.47%（Antoniou et al. 2019，表 1）</translation>
    </message>
    <message>
        <source>Picks tasks that represent a pool, and learns a step size for every layer, for five new characters.</source>
        <translation>选出能代表任务池的任务，为每一层学习步长，用于五个新字符。</translation>
    </message>
    <message>
        <source>Adaptation to five new characters and a pull towards the shared network take turns.</source>
        <translation>适应五个新字符与拉回共享网络交替进行。</translation>
    </message>
    <message>
        <source>Transductive: the queries of a task are normalised together. No published protocol: training tasks with ten examples of each class, five tasks in a meta-batch and an outer step that falls in a straight line are those of Reptile on Omniglot; the characters are split as by Vinyals et al. 2016, and the test is on the checkpoint that was best on validation classes.</source>
        <translation>直推式：任务的查询样本一起归一化。没有已发表的实验方案：训练任务每类十个样本、元批次五个任务、外循环步长沿直线下降，均采用 Reptile 在 Omniglot 上的设置；字符按 Vinyals et al. 2016 划分，测试采用在验证类别上最佳的检查点。</translation>
    </message>
    <message>
        <source>Learns a step size for every parameter, and adapts to five new characters in one step.</source>
        <translation>为每个参数学习步长，一步适应五个新字符。</translation>
    </message>
    <message>
        <source>Mean over the support set: a step size of 0.05 is 0.05 on the mean loss. The paper draws the first step sizes between 0.005 and 0.1.</source>
        <translation>对支持集取平均：步长 0.05 即在平均损失上为 0.05。论文在 0.005 与 0.1 之间抽取初始步长。</translation>
    </message>
    <message>
        <source>99.53 % (Li et al. 2017, table 2)</source>
        <translation>99.53%（Li et al. 2017，表 2）</translation>
    </message>
    <message>
        <source>Learns how gradients should be bent before each step towards five new characters.</source>
        <translation>学习在朝五个新字符迈出每一步之前应如何弯曲梯度。</translation>
    </message>
    <message>
        <source>Gates that see gradient, loss and value of each parameter adapt it to five new characters.</source>
        <translation>门控看到每个参数的梯度、损失和数值，使网络适应五个新字符。</translation>
    </message>
    <message>
        <source>A small network decides how every parameter moves towards five new characters.</source>
        <translation>由一个小网络决定每个参数如何朝五个新字符移动。</translation>
    </message>
    <message>
        <source>A space in which examples of a character gather around their mean; new characters need no training at all.</source>
        <translation>一个使同一字符的样本聚集在其均值周围的空间；新字符完全无需训练。</translation>
    </message>
    <message>
        <source>Queries are normalised with the statistics of the training classes (population), which stand for the running averages of the authors' network. Departures: 20,000 episodes (ten halvings) where the authors stop when validation no longer improves and then train once more with the validation classes added; these stay held out here.</source>
        <translation>查询样本用训练类别的统计量归一化（population），以此代替作者网络的滑动平均。差异：训练 20,000 个任务（减半十次），而作者在验证结果不再提高时停止，再加入验证类别重新训练一次；这里验证类别始终留出。</translation>
    </message>
    <message>
        <source>98.8 % (Snell et al. 2017, table 1)</source>
        <translation>98.8%（Snell et al. 2017，表 1）</translation>
    </message>
    <message>
        <source>A query takes the labels of the examples that it is most like; new characters need no training.</source>
        <translation>查询样本采用与其最相似的样本的标签；新字符无需训练。</translation>
    </message>
    <message>
        <source>Queries are normalised with the statistics of the training classes (population); a prediction never depends on other queries. Cosines of features, without full context, as in the paper's figures for Omniglot. Departures: the paper states neither its optimizer nor how long it trains; Adam for 40,000 episodes, halved eight times, is this program's choice.</source>
        <translation>查询样本用训练类别的统计量归一化（population）；预测从不依赖其他查询样本。采用特征的余弦，不用完整上下文，与论文中 Omniglot 的数字相同。差异：论文未说明优化器和训练时长；用 Adam 训练 40,000 个任务、减半八次，是本程序的选择。</translation>
    </message>
    <message>
        <source>98.1 % (Vinyals et al. 2016, table 1)</source>
        <translation>98.1%（Vinyals et al. 2016，表 1）</translation>
    </message>
    <message>
        <source>A second network learns how well a pair of characters goes together; new characters need no training.</source>
        <translation>第二个网络学习一对字符的匹配程度；新字符无需训练。</translation>
    </message>
    <message>
        <source>Transductive: the queries of a task are normalised together, as in the authors' program, which never leaves training mode; here the support set is among them. Departures: pairs are normalised each by itself, the characters are split as by Vinyals et al. 2016, the first two convolutions are padded, and training ends after 200,000 episodes where the authors' goes on to 1,000,000.</source>
        <translation>直推式：任务的查询样本一起归一化，与作者的程序相同，该程序从不离开训练模式；这里支持集也在其中。差异：每个配对单独归一化，字符按 Vinyals et al. 2016 划分，前两个卷积带填充，训练在 200,000 个任务之后结束，而作者训练到 1,000,000 个。</translation>
    </message>
    <message>
        <source>99.6 ± 0.2 % (Sung et al. 2018, table 1)</source>
        <translation>99.6 ± 0.2%（Sung et al. 2018，表 1）</translation>
    </message>
    <message>
        <source>Features with which ridge regression, solved in one formula, tells new characters apart.</source>
        <translation>学习能让岭回归（只需一个公式求解）区分新字符的特征。</translation>
    </message>
    <message>
        <source>Queries are normalised with the statistics of the training classes (population), which stand for the running averages of the authors' network. Departures: the shots of training tasks are those of the test (the authors draw them at random, 10 examples for each class in all), 20,000 episodes (ten halvings) where the authors stop when validation no longer improves, and the regression has no bias, which would be the same for all classes.</source>
        <translation>查询样本用训练类别的统计量归一化（population），以此代替作者网络的滑动平均。差异：训练任务的每类样本数与测试相同（作者随机抽取，每类总共 10 个样本）；训练 20,000 个任务（减半十次），而作者在验证结果不再提高时停止；回归没有偏置，因为偏置对所有类别都相同。</translation>
    </message>
    <message>
        <source>98.6 % (Bertinetto et al. 2019, section 4.3)</source>
        <translation>98.6%（Bertinetto et al. 2019，第 4.3 节）</translation>
    </message>
    <message>
        <source>Features with which a regression of given strength tells new characters apart.</source>
        <translation>学习能让给定强度的回归区分新字符的特征。</translation>
    </message>
    <message>
        <source>Queries are normalised with the statistics of the training classes (population), as running averages would give; a prediction never depends on other queries. No published figure for this task: tasks and outer loop are those of R2D2 on Omniglot, with a regression of given strength and the usual Conv4, where the paper has ResNet-12 and photographs.</source>
        <translation>查询样本用训练类别的统计量归一化（population），相当于滑动平均所得；预测从不依赖其他查询样本。该任务没有已发表的数字：任务和外循环采用 R2D2 在 Omniglot 上的设置，使用给定强度的回归和常用的 Conv4，而论文使用 ResNet-12 和照片。</translation>
    </message>
    <message>
        <source>Features with which a support vector machine tells new characters apart.</source>
        <translation>学习能让支持向量机区分新字符的特征。</translation>
    </message>
    <message>
        <source>Queries are normalised with the statistics of the training classes (population), as running averages would give; a prediction never depends on other queries. No published figure for this task: the outer loop is that of R2D2 on Omniglot, with a support vector machine and the usual Conv4, where the paper has ResNet-12 and photographs; training tasks have 20 classes, as the cost of the machine grows with the cube of its examples and classes.</source>
        <translation>查询样本用训练类别的统计量归一化（population），相当于滑动平均所得；预测从不依赖其他查询样本。该任务没有已发表的数字：外循环采用 R2D2 在 Omniglot 上的设置，使用支持向量机和常用的 Conv4，而论文使用 ResNet-12 和照片；训练任务有 20 个类别，因为支持向量机的代价随样本数与类别数的立方增长。</translation>
    </message>
    <message>
        <source>The mean codes of all characters of a task stand beside each query, and a decoder says which it is.</source>
        <translation>任务中所有字符的平均编码与每个查询样本并列，由解码器判断它是哪一个。</translation>
    </message>
    <message>
        <source>Queries are normalised with the statistics of the training classes (population), as running averages would give; a prediction never depends on other queries. Departures: the learner is the usual Conv4 and the decoder has layer norm; the authors do not give their schedule.</source>
        <translation>查询样本用训练类别的统计量归一化（population），相当于滑动平均所得；预测从不依赖其他查询样本。差异：学习器为常用的 Conv4，解码器带有层归一化；作者未给出训练安排。</translation>
    </message>
    <message>
        <source>95.3 % (Garnelo et al. 2018, table 2)</source>
        <translation>95.3%（Garnelo et al. 2018，表 2）</translation>
    </message>
    <message>
        <source>The characters of a task, with their labels, and a query are read as one sequence.</source>
        <translation>任务的字符连同标签和一个查询样本作为一个序列读入。</translation>
    </message>
    <message>
        <source>Queries are normalised with the statistics of the training classes (population), as running averages would give; a prediction never depends on other queries. Departures: the support set has the usual number of examples per class, in random order; dilations start at 1; the learning rate and the number of tasks are the program's.</source>
        <translation>查询样本用训练类别的统计量归一化（population），相当于滑动平均所得；预测从不依赖其他查询样本。差异：支持集每类的样本数为常用的数目，顺序随机；膨胀率从 1 开始；学习率和任务数由本程序选定。</translation>
    </message>
    <message>
        <source>99.07 % (Mishra et al. 2018, table 1)</source>
        <translation>99.07%（Mishra et al. 2018，表 1）</translation>
    </message>
    <message>
        <source>A network with a memory reads the characters of a task one by one and looks the query up.</source>
        <translation>带记忆的网络逐个读入任务的字符，再查找查询样本。</translation>
    </message>
    <message>
        <source>Queries are normalised with the statistics of the training classes (population), as running averages would give; a prediction never depends on other queries. Departures: the published figures are the second and the fifth instance of each class in sequences of 50, with class labels one step late; here the support set is read once, labels come with the examples, look-ups are sharper (10), and each query is the step after it.</source>
        <translation>查询样本用训练类别的统计量归一化（population），相当于滑动平均所得；预测从不依赖其他查询样本。差异：已发表的数字取自长度为 50 的序列中每个类别的第二次和第五次出现，类别标签晚一步给出；这里支持集只读一遍，标签与样本同时给出，查找更锐利（10），每个查询样本是其后的一步。</translation>
    </message>
    <message>
        <source>82.8 % (Santoro et al. 2016, table 1)</source>
        <translation>82.8%（Santoro et al. 2016，表 1）</translation>
    </message>
    <message>
        <source>An encoder reads the examples of five characters and says how the network should be.</source>
        <translation>编码器读入五个字符的样本，给出网络应有的样子。</translation>
    </message>
    <message>
        <source>Transductive: the queries of a task are normalised together. No published figure for this task: the schedule is that of the other models that adapt in one pass; the characters are split as by Vinyals et al. 2016 and turned at random, and the test is on the checkpoint that was best on validation classes.</source>
        <translation>直推式：任务的查询样本一起归一化。该任务没有已发表的数字：训练安排采用其他一次前向即可适应的模型的设置；字符按 Vinyals et al. 2016 划分并随机旋转，测试采用在验证类别上最佳的检查点。</translation>
    </message>
    <message>
        <source>No meta-learning: one classifier of all training characters, and a new last layer for five new ones.</source>
        <translation>不做元学习：一个涵盖所有训练字符的分类器，为五个新字符配一个新的最后一层。</translation>
    </message>
    <message>
        <source>Queries are normalised with the statistics of the training classes (population), as running averages would give; a prediction never depends on other queries. No published figure for this task: the paper has photographs. Batches of 64 and 40,000 iterations are the choice of this program.</source>
        <translation>查询样本用训练类别的统计量归一化（population），相当于滑动平均所得；预测从不依赖其他查询样本。该任务没有已发表的数字：论文使用照片。批大小 64 和 40,000 次迭代是本程序的选择。</translation>
    </message>
    <message>
        <source>No meta-learning: a classifier that compares directions, and a new last layer for five characters.</source>
        <translation>不做元学习：一个比较方向的分类器，为五个字符配一个新的最后一层。</translation>
    </message>
    <message>
        <source>Transductive: the queries of a task are normalised together. No published protocol: a yardstick for the others.</source>
        <translation>直推式：任务的查询样本一起归一化。没有已发表的实验方案：作为其他方法的基准。</translation>
    </message>
    <message>
        <source>Transductive in name only: there is no network and nothing to normalise. No published protocol: a yardstick for the others.</source>
        <translation>只在名义上是直推式：没有网络，也没有可归一化的内容。没有已发表的实验方案：作为其他方法的基准。</translation>
    </message>
    <message>
        <source>Omniglot 5-way 5-shot</source>
        <translation>Omniglot 5-way 5-shot</translation>
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
        <source>Omniglot 20-way 1-shot</source>
        <translation>Omniglot 20-way 1-shot</translation>
    </message>
    <message>
        <source>A starting point from which a few gradient steps tell twenty new characters apart.</source>
        <translation>一个起点，从它出发几个梯度步就能区分二十个新字符。</translation>
    </message>
    <message>
        <source>Mean over the support set. The authors' code sums over its 20 × K examples and divides by K, so its step size of 0.1 is 2.0 here.</source>
        <translation>对支持集取平均。作者的代码对 20 × K 个样本求和再除以 K，因此其步长 0.1 在这里是 2.0。</translation>
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
        <source>Mean over the mini-batch, as in the authors' program; its inner rate of 0.0005 is 0.0005 here.</source>
        <translation>对小批量取平均，与作者的程序相同；其内循环学习率 0.0005 在这里也是 0.0005。</translation>
    </message>
    <message>
        <source>89.43 % transductive, 88.14 % otherwise (Nichol et al. 2018, table 2)</source>
        <translation>89.43%（直推式）、88.14%（非直推式）；Nichol et al. 2018，表 2</translation>
    </message>
    <message>
        <source>Only the last layer adapts to twenty new characters, on features that were learnt for that.</source>
        <translation>只有最后一层适应二十个新字符，利用专为此学习的特征。</translation>
    </message>
    <message>
        <source>96.2 % (Raghu et al. 2020, table 1)</source>
        <translation>96.2%（Raghu et al. 2020，表 1）</translation>
    </message>
    <message>
        <source>Only the features are adapted to twenty new characters; the last layer stays as it is.</source>
        <translation>只有特征适应二十个新字符；最后一层保持不变。</translation>
    </message>
    <message>
        <source>Sixteen steps near the shared network tell twenty new characters apart; none need be remembered.</source>
        <translation>在共享网络附近走十六步即可区分二十个新字符；无需记住其中任何一步。</translation>
    </message>
    <message>
        <source>94.46 % (Rajeswaran et al. 2019, table 2)</source>
        <translation>94.46%（Rajeswaran et al. 2019，表 2）</translation>
    </message>
    <message>
        <source>MAML made stable: learnt step sizes, losses and norms of every step, for twenty new characters.</source>
        <translation>更稳定的 MAML：学习的步长，以及每一步的损失和归一化，用于二十个新字符。</translation>
    </message>
    <message>
        <source>97.65 % (Antoniou et al. 2019, table 1)</source>
        <translation>97.65%（Antoniou et al. 2019，表 1）</translation>
    </message>
    <message>
        <source>Picks tasks that represent a pool, and learns a step size for every layer, for twenty new characters.</source>
        <translation>选出能代表任务池的任务，为每一层学习步长，用于二十个新字符。</translation>
    </message>
    <message>
        <source>Adaptation to twenty new characters and a pull towards the shared network take turns.</source>
        <translation>适应二十个新字符与拉回共享网络交替进行。</translation>
    </message>
    <message>
        <source>Learns a step size for every parameter, and adapts to twenty new characters in one step.</source>
        <translation>为每个参数学习步长，一步适应二十个新字符。</translation>
    </message>
    <message>
        <source>95.93 % (Li et al. 2017, table 2)</source>
        <translation>95.93%（Li et al. 2017，表 2）</translation>
    </message>
    <message>
        <source>Learns how gradients should be bent before each step towards twenty new characters.</source>
        <translation>学习在朝二十个新字符迈出每一步之前应如何弯曲梯度。</translation>
    </message>
    <message>
        <source>Gates that see gradient, loss and value of each parameter adapt it to twenty new characters.</source>
        <translation>门控看到每个参数的梯度、损失和数值，使网络适应二十个新字符。</translation>
    </message>
    <message>
        <source>A small network decides how every parameter moves towards twenty new characters.</source>
        <translation>由一个小网络决定每个参数如何朝二十个新字符移动。</translation>
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
        <source>A network with a memory reads twenty new characters one by one and looks the query up.</source>
        <translation>带记忆的网络逐个读入二十个新字符，再查找查询样本。</translation>
    </message>
    <message>
        <source>Queries are normalised with the statistics of the training classes (population), as running averages would give; a prediction never depends on other queries. No published figure for this task: the paper has 5 and 15 classes. The support set is read once, labels come with the examples, look-ups are sharper (10), and each query is the step after it; the memory is as large as in the paper.</source>
        <translation>查询样本用训练类别的统计量归一化（population），相当于滑动平均所得；预测从不依赖其他查询样本。该任务没有已发表的数字：论文使用 5 个和 15 个类别。支持集只读一遍，标签与样本同时给出，查找更锐利（10），每个查询样本是其后的一步；记忆的大小与论文相同。</translation>
    </message>
    <message>
        <source>An encoder reads the examples of twenty characters and says how the network should be.</source>
        <translation>编码器读入二十个字符的样本，给出网络应有的样子。</translation>
    </message>
    <message>
        <source>No meta-learning: one classifier of all training characters, and a new last layer for twenty new ones.</source>
        <translation>不做元学习：一个涵盖所有训练字符的分类器，为二十个新字符配一个新的最后一层。</translation>
    </message>
    <message>
        <source>No meta-learning: a classifier that compares directions, and a new last layer for twenty characters.</source>
        <translation>不做元学习：一个比较方向的分类器，为二十个字符配一个新的最后一层。</translation>
    </message>
    <message>
        <source>Omniglot 20-way 5-shot</source>
        <translation>Omniglot 20-way 5-shot</translation>
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
        <source>mini-ImageNet 5-way 1-shot</source>
        <translation>mini-ImageNet 5-way 1-shot</translation>
    </message>
    <message>
        <source>A starting point from which five gradient steps tell five new sorts of photographs apart.</source>
        <translation>一个起点，从它出发五个梯度步就能区分五类新照片。</translation>
    </message>
    <message>
        <source>Mean over the support set. The authors' code sums over its 5 × K examples and divides by K, so its step size of 0.01 is 0.05 here.</source>
        <translation>对支持集取平均。作者的代码对 5 × K 个样本求和再除以 K，因此其步长 0.01 在这里是 0.05。</translation>
    </message>
    <message>
        <source>Transductive: the queries of a task are normalised together, as in the authors' program. Departures: the meta-gradient is shortened as a whole where it is longer than 10 (the authors cut each of its numbers to ±10), and the test is on the checkpoint that was best on validation classes.</source>
        <translation>直推式：任务的查询样本一起归一化，与作者的程序相同。差异：元梯度长度超过 10 时整体缩短（作者把每个数值截断到 ±10），测试采用在验证类别上最佳的检查点。</translation>
    </message>
    <message>
        <source>48.70 % (Finn et al. 2017, table 1)</source>
        <translation>48.70%（Finn et al. 2017，表 1）</translation>
    </message>
    <message>
        <source>MAML without second derivatives, on photographs: nearly as good and much cheaper.</source>
        <translation>不用二阶导数的 MAML，用于照片：效果相差无几，便宜得多。</translation>
    </message>
    <message>
        <source>48.07 % (Finn et al. 2017, table 1)</source>
        <translation>48.07%（Finn et al. 2017，表 1）</translation>
    </message>
    <message>
        <source>No queries and no second derivatives: the starting point moves to where training on each task ends.</source>
        <translation>不需要查询样本和二阶导数：起点移向各任务训练结束处。</translation>
    </message>
    <message>
        <source>Queries are normalised with the statistics of the support set (per_query), as the figure is the one that is not transductive. Departures: Adam's second moments start afresh on each task, the authors normalise a query together with the support set, and the test is on the checkpoint that was best on validation classes, where theirs is on the last one.</source>
        <translation>查询样本用支持集的统计量归一化（per_query），因为所报告的是非直推式的数字。差异：Adam 的二阶矩在每个任务上重新开始；作者将查询样本与支持集一起归一化；测试采用在验证类别上最佳的检查点，而作者采用最后的检查点。</translation>
    </message>
    <message>
        <source>47.07 % (Nichol et al. 2018, not transductive)</source>
        <translation>47.07%（Nichol et al. 2018，非直推式）</translation>
    </message>
    <message>
        <source>Only the last layer adapts to five new sorts of photographs, on features that were learnt for that.</source>
        <translation>只有最后一层适应五类新照片，利用专为此学习的特征。</translation>
    </message>
    <message>
        <source>Mean over the support set: a step size of 0.05 is 0.05 on the mean loss.</source>
        <translation>对支持集取平均：步长 0.05 即在平均损失上为 0.05。</translation>
    </message>
    <message>
        <source>Transductive: the queries of a task are normalised together. Tasks, network and outer loop are those of MAML on mini-ImageNet, as are step size and number of steps, which the authors may have chosen otherwise. Departures: the meta-gradient is shortened as a whole where it is longer than 10 and the test is on the checkpoint that was best on validation classes.</source>
        <translation>直推式：任务的查询样本一起归一化。任务、网络和外循环采用 MAML 在 mini-ImageNet 上的设置，步长和步数也是如此，作者可能另有选择。差异：元梯度长度超过 10 时整体缩短，测试采用在验证类别上最佳的检查点。</translation>
    </message>
    <message>
        <source>MAML made stable, on photographs: learnt step sizes, losses and norms of every step.</source>
        <translation>更稳定的 MAML，用于照片：学习的步长，以及每一步的损失和归一化。</translation>
    </message>
    <message>
        <source>Transductive: the queries of a task are normalised together. Departures: the figure is that of the authors' three best checkpoints together, where here the test is on the checkpoint that was best on validation classes alone, and the step size is their one for Omniglot.</source>
        <translation>直推式：任务的查询样本一起归一化。差异：作者的数字来自三个最佳检查点的集成，而这里的测试只采用在验证类别上最佳的检查点；步长采用他们用于 Omniglot 的值。</translation>
    </message>
    <message>
        <source>Learns a step size for every parameter, and adapts to photographs of new classes in one step.</source>
        <translation>为每个参数学习步长，一步适应新类别的照片。</translation>
    </message>
    <message>
        <source>Transductive: the queries of a task are normalised together. Tasks, network and outer loop are those of MAML on mini-ImageNet. Departures: the meta-gradient is shortened as a whole where it is longer than 10 and the test is on the checkpoint that was best on validation classes.</source>
        <translation>直推式：任务的查询样本一起归一化。任务、网络和外循环采用 MAML 在 mini-ImageNet 上的设置。差异：元梯度长度超过 10 时整体缩短，测试采用在验证类别上最佳的检查点。</translation>
    </message>
    <message>
        <source>Gates that see gradient, loss and value of each parameter decide how a network learns photographs.</source>
        <translation>门控看到每个参数的梯度、损失和数值，决定网络如何学习照片。</translation>
    </message>
    <message>
        <source>Mean over the support set: a step size of 0.01 is 0.01 on the mean loss.</source>
        <translation>对支持集取平均：步长 0.01 即在平均损失上为 0.01。</translation>
    </message>
    <message>
        <source>Transductive: the queries of a task are normalised together. Departures: every inner step sees the whole support set, and the test is on the checkpoint that was best on validation classes; the authors' batch norm keeps running averages within a task.</source>
        <translation>直推式：任务的查询样本一起归一化。差异：每个内循环步都看到整个支持集，测试采用在验证类别上最佳的检查点；作者的批归一化在任务内保留滑动平均。</translation>
    </message>
    <message>
        <source>A space in which photographs of a class gather around their mean; new classes need no training.</source>
        <translation>一个使同一类别的照片聚集在其均值周围的空间；新类别无需训练。</translation>
    </message>
    <message>
        <source>Queries are normalised with the statistics of the training classes (population), which stand for the running averages of the authors' network. Departures: 20,000 episodes (ten halvings) where the authors stop when validation no longer improves.</source>
        <translation>查询样本用训练类别的统计量归一化（population），以此代替作者网络的滑动平均。差异：训练 20,000 个任务（减半十次），而作者在验证结果不再提高时停止。</translation>
    </message>
    <message>
        <source>A query takes the labels of the photographs that it is most like; new classes need no training.</source>
        <translation>查询样本采用与其最相似的照片的标签；新类别无需训练。</translation>
    </message>
    <message>
        <source>Queries are normalised with the statistics of the training classes (population), as running averages would give; a prediction never depends on other queries. With full context, as in the figure. Departures: Adam for 40,000 episodes, halved eight times, is this program's choice.</source>
        <translation>查询样本用训练类别的统计量归一化（population），相当于滑动平均所得；预测从不依赖其他查询样本。采用完整上下文，与所报告的数字相同。差异：用 Adam 训练 40,000 个任务、减半八次，是本程序的选择。</translation>
    </message>
    <message>
        <source>43.56 % (with full context, as measured by Ravi and Larochelle 2017)</source>
        <translation>43.56%（启用完整上下文，由 Ravi 和 Larochelle 2017 测得）</translation>
    </message>
    <message>
        <source>A second network learns how well a pair of photographs goes together; new classes need no training.</source>
        <translation>第二个网络学习一对照片的匹配程度；新类别无需训练。</translation>
    </message>
    <message>
        <source>Transductive: the queries of a task are normalised together, as in the authors' program, which never leaves training mode; here the support set is among them. Departures: pairs are normalised each by itself, the first two convolutions are padded, and training ends after 200,000 episodes where the authors' goes on.</source>
        <translation>直推式：任务的查询样本一起归一化，与作者的程序相同，该程序从不离开训练模式；这里支持集也在其中。差异：每个配对单独归一化，前两个卷积带填充，训练在 200,000 个任务之后结束，而作者继续训练。</translation>
    </message>
    <message>
        <source>Features with which ridge regression, solved in one formula, tells new sorts of photographs apart.</source>
        <translation>学习能让岭回归（只需一个公式求解）区分新类照片的特征。</translation>
    </message>
    <message>
        <source>Queries are normalised with the statistics of the training classes (population), which stand for the running averages of the authors' network. Departures: no dropout, the shots of training tasks are those of the test, 20,000 episodes (ten halvings) where the authors stop when validation no longer improves, and the regression has no bias.</source>
        <translation>查询样本用训练类别的统计量归一化（population），以此代替作者网络的滑动平均。差异：不用 dropout；训练任务的每类样本数与测试相同；训练 20,000 个任务（减半十次），而作者在验证结果不再提高时停止；回归没有偏置。</translation>
    </message>
    <message>
        <source>A deep network (ResNet-12) learns features with which ridge regression tells apart new sorts of photographs.</source>
        <translation>深层网络（ResNet-12）学习能让岭回归区分新类照片的特征。</translation>
    </message>
    <message>
        <source>Queries are normalised with the statistics of the training classes (population), which stand for the running averages of the authors' network. Departures: no DropBlock, no label smoothing and no changed copies of the pictures, all of which the authors have, and the learning rate falls along a cosine where theirs falls in three steps. Expect a lower figure. Made for a GPU.</source>
        <translation>查询样本用训练类别的统计量归一化（population），以此代替作者网络的滑动平均。差异：不用作者所采用的 DropBlock、标签平滑和图片增广；学习率沿余弦下降，而作者分三步下降。预计数字会低一些。为 GPU 设计。</translation>
    </message>
    <message>
        <source>A deep network (ResNet-12) learns features with which a support vector machine separates new sorts of photographs.</source>
        <translation>深层网络（ResNet-12）学习能让支持向量机区分新类照片的特征。</translation>
    </message>
    <message>
        <source>62.64 % (Lee et al. 2019, with ResNet-12)</source>
        <translation>62.64%（Lee et al. 2019，使用 ResNet-12）</translation>
    </message>
    <message>
        <source>Queries are normalised with the statistics of the training classes (population), as running averages would give; a prediction never depends on other queries. Departures: no changed copies of the pictures, which the authors' training has, and 240,000 batches (100 passes over the training classes) where they make 400 passes.</source>
        <translation>查询样本用训练类别的统计量归一化（population），相当于滑动平均所得；预测从不依赖其他查询样本。差异：不用作者训练时采用的图片增广；训练 240,000 个批次（遍历训练类别 100 次），而作者遍历 400 次。</translation>
    </message>
    <message>
        <source>Queries are normalised with the statistics of the training classes (population), as running averages would give; a prediction never depends on other queries. Departures: no changed copies of the pictures, which the authors' training has, and Adam with batches of 64 in place of their schedule.</source>
        <translation>查询样本用训练类别的统计量归一化（population），相当于滑动平均所得；预测从不依赖其他查询样本。差异：不用作者训练时采用的图片增广；以 Adam 和批大小 64 代替其训练安排。</translation>
    </message>
    <message>
        <source>mini-ImageNet 5-way 5-shot</source>
        <translation>mini-ImageNet 5-way 5-shot</translation>
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
    <message>
        <source>Your pictures 3-way 5-shot</source>
        <translation>你的图片 3-way 5-shot</translation>
    </message>
    <message>
        <source>A starting point from which a few steps tell three new classes apart: at least nine classes of ten pictures.</source>
        <translation>一个起点，从它出发几步就能区分三个新类别：至少需要九个类别，每类十张图片。</translation>
    </message>
    <message>
        <source>Transductive: the queries of a task are normalised together. No published protocol: the pictures are yours.</source>
        <translation>直推式：任务的查询样本一起归一化。没有已发表的实验方案：图片是你自己的。</translation>
    </message>
    <message>
        <source>Choose a folder with a folder for each class, at least nine, with ten pictures each. Good and quick.</source>
        <translation>选择一个文件夹，其中至少有九个类别文件夹，每个有十张图片。效果好，速度快。</translation>
    </message>
    <message>
        <source>Queries are normalised with the statistics of the training classes (population), as running averages would give; a prediction never depends on other queries. No published protocol: the pictures are yours.</source>
        <translation>查询样本用训练类别的统计量归一化（population），相当于滑动平均所得；预测从不依赖其他查询样本。没有已发表的实验方案：图片是你自己的。</translation>
    </message>
</context>
</TS>
