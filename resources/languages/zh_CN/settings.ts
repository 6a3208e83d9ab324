<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>settings</name>
    <message>
        <source>Dataset</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Learner</source>
        <translation>学习器</translation>
    </message>
    <message>
        <source>Algorithm</source>
        <translation>算法</translation>
    </message>
    <message>
        <source>Inner loop</source>
        <translation>内循环</translation>
    </message>
    <message>
        <source>Outer loop</source>
        <translation>外循环</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Learn an initialisation</source>
        <translation>学习初始化</translation>
    </message>
    <message>
        <source>Learn the update rule</source>
        <translation>学习更新规则</translation>
    </message>
    <message>
        <source>Learn a metric</source>
        <translation>学习度量</translation>
    </message>
    <message>
        <source>Solve the head in closed form</source>
        <translation>以闭式解求输出层</translation>
    </message>
    <message>
        <source>Learn a model that adapts in one pass</source>
        <translation>学习一次前向即可适应的模型</translation>
    </message>
    <message>
        <source>Yardsticks</source>
        <translation>基准</translation>
    </message>
    <message>
        <source>Glyphs</source>
        <translation>字形</translation>
    </message>
    <message>
        <source>1,200 invented characters with 20 handwritten examples each, 28 × 28, drawn by the program itself. Nothing to download; a stand-in for Omniglot that is there from the first minute.</source>
        <translation>1,200 个虚构字符，每个有 20 个手写样本，28 × 28，由程序自行绘制。无需下载；从第一分钟起就能用来代替 Omniglot。</translation>
    </message>
    <message>
        <source>mini-ImageNet</source>
        <translation>mini-ImageNet</translation>
    </message>
    <message>
        <source>100 classes of ImageNet with 600 photographs each, in colour, 84 × 84; 64 / 16 / 20 classes. ImageNet may not be passed on: point to the pictures that you have.</source>
        <translation>ImageNet 中的 100 个类别，每类 600 张彩色照片，84 × 84；按 64 / 16 / 20 类划分。ImageNet 不得转发，请指定你已有的图片。</translation>
    </message>
    <message>
        <source>Omniglot</source>
        <translation>Omniglot</translation>
    </message>
    <message>
        <source>1,623 handwritten characters of 50 alphabets, each drawn by 20 people; 28 × 28. Downloaded once (16 MB, MIT licence), or read from files that you already have.</source>
        <translation>来自 50 种文字的 1,623 个手写字符，每个由 20 人书写；28 × 28。只需下载一次（16 MB，MIT 许可证），也可读取你已有的文件。</translation>
    </message>
    <message>
        <source>Your pictures</source>
        <translation>你的图片</translation>
    </message>
    <message>
        <source>A folder of yours with one folder of pictures for each class: JPEG, PNG, GIF, BMP or WebP. They stay where they are, and are never sent anywhere.</source>
        <translation>你自己的文件夹，每个类别一个图片子文件夹：JPEG、PNG、GIF、BMP 或 WebP。图片留在原处，绝不会发送到任何地方。</translation>
    </message>
    <message>
        <source>Sinusoid</source>
        <translation>正弦波</translation>
    </message>
    <message>
        <source>Each task is a sine wave with its own amplitude (0.1 to 5) and phase (0 to π), seen at a few points between −5 and 5. Nothing to download; a network learns to bend onto a new wave in one step.</source>
        <translation>每个任务是一条正弦波，有各自的振幅（0.1 到 5）和相位（0 到 π），只能看到 −5 与 5 之间的少数几个点。无需下载；网络要学会用一步就贴合新的波形。</translation>
    </message>
    <message>
        <source>Conv4</source>
        <translation>Conv4</translation>
    </message>
    <message>
        <source>Four blocks of 3×3 convolution, normalization and ReLU; the usual network of the field.</source>
        <translation>四个由 3×3 卷积、归一化和 ReLU 组成的块；该领域最常用的网络。</translation>
    </message>
    <message>
        <source>MLP</source>
        <translation>MLP</translation>
    </message>
    <message>
        <source>Fully connected layers with ReLU. Pictures are laid out as one row of pixels.</source>
        <translation>带 ReLU 的全连接层。图片展开为一行像素。</translation>
    </message>
    <message>
        <source>R2D2 network</source>
        <translation>R2D2 网络</translation>
    </message>
    <message>
        <source>Blocks of 3×3 convolution, normalization, 2×2 max-pool and leaky ReLU, wider and wider; the last two blocks are the features. Without the dropout of the paper, which its authors turn off for Omniglot.</source>
        <translation>由 3×3 卷积、归一化、2×2 最大池化和 leaky ReLU 组成的块，逐块变宽；最后两个块的输出即为特征。不含论文中的 dropout，其作者在 Omniglot 上也将其关闭。</translation>
    </message>
    <message>
        <source>ResNet-12</source>
        <translation>ResNet-12</translation>
    </message>
    <message>
        <source>Four residual blocks of three 3×3 convolutions, each halving the picture while it has 2 pixels a side. Without the DropBlock of the paper: no random numbers go through a learner.</source>
        <translation>四个残差块，每块三个 3×3 卷积；只要图片边长还有 2 像素，每块就将其减半。不含论文中的 DropBlock：学习器不使用随机数。</translation>
    </message>
    <message>
        <source>ANIL</source>
        <translation>ANIL</translation>
    </message>
    <message>
        <source>MAML's strength lies in the features that it learns, and less in changing them for a task: so here the inner loop adapts the last layer alone. The features of a support set are computed once and every step is cheap; the outer loop moves body and head alike.</source>
        <translation>MAML 的长处在于学到的特征，而不在于针对任务改变这些特征：因此内循环只适应最后一层。支持集的特征只计算一次，每一步都很便宜；外循环则同时更新主干和输出层。</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Baseline</translation>
    </message>
    <message>
        <source>No meta-learning at all: one classifier learns to tell all training classes apart, as classifiers always do. For a new task the network stays as it is, and a new linear layer is trained on the support set. What a meta-learner gains over this is what it is worth.</source>
        <translation>完全不做元学习：像普通分类器一样，学习区分所有训练类别。面对新任务时网络保持不变，只在支持集上训练一个新的线性层。元学习器比它高出多少，就值多少。</translation>
    </message>
    <message>
        <source>Baseline++</source>
        <translation>Baseline++</translation>
    </message>
    <message>
        <source>Baseline, but the last layer compares directions: the output for a class is the cosine between the features and the class's weights. Features of one class then lie closer together, which helps with few examples.</source>
        <translation>与 Baseline 相同，但最后一层比较的是方向：某一类别的输出是特征与该类别权重的余弦。这样同一类别的特征会更加聚拢，在样本很少时有帮助。</translation>
    </message>
    <message>
        <source>BOIL</source>
        <translation>BOIL</translation>
    </message>
    <message>
        <source>The opposite of ANIL: the inner loop changes the features of a task and leaves the last layer alone, so that examples must move towards the fixed directions of their classes. Its authors find it better where tasks come from another domain than the training.</source>
        <translation>与 ANIL 相反：内循环改变任务的特征而不动最后一层，样本必须向各自类别的固定方向移动。作者发现，当任务与训练数据来自不同领域时，这样更好。</translation>
    </message>
    <message>
        <source>CNP</source>
        <translation>CNP</translation>
    </message>
    <message>
        <source>Encodes each example of the support set by itself and averages the codes: that mean is all that is known of the task, whatever the order of the examples. A decoder reads it together with a query. For regression it tells a mean and how sure it is; for classification each class has a mean of its own.</source>
        <translation>对支持集中的每个样本单独编码，再取编码的平均：这个平均就是对任务的全部了解，与样本顺序无关。解码器将它与查询样本一起读入。用于回归时给出均值及其把握程度；用于分类时每个类别有自己的平均。</translation>
    </message>
    <message>
        <source>From scratch</source>
        <translation>从零训练</translation>
    </message>
    <message>
        <source>Starts every task from the same random parameters and trains on its support set alone. Nothing is carried over from other tasks, so there is no meta-training: the run only measures.</source>
        <translation>每个任务都从同一组随机参数出发，只在自己的支持集上训练。不从其他任务带来任何东西，因此没有元训练：这种运行只做测量。</translation>
    </message>
    <message>
        <source>iMAML</source>
        <translation>iMAML</translation>
    </message>
    <message>
        <source>Holds each task's parameters near the shared ones while they adapt. Where adapting has come to rest, the meta-gradient follows from that place alone, by solving a linear system: the way there need not be remembered, so inner loops can be as long as one likes.</source>
        <translation>适应时让每个任务的参数保持在共享参数附近。适应收敛后，只需解一个线性方程组，就能从该点求出元梯度：无需记住走过的路径，因此内循环可以任意长。</translation>
    </message>
    <message>
        <source>Learned optimizer</source>
        <translation>学习的优化器</translation>
    </message>
    <message>
        <source>Replaces the rule of the inner loop by a small network. For every parameter it sees the gradient, a running mean of the gradients, and the value, and says how to correct the step. The outer loop trains this network and the starting point.</source>
        <translation>用一个小网络取代内循环的更新规则。对每个参数，它看到梯度、梯度的滑动平均和参数值，并给出如何修正这一步。外循环训练这个网络以及起点。</translation>
    </message>
    <message>
        <source>MAML</source>
        <translation>MAML</translation>
    </message>
    <message>
        <source>Looks for a starting point θ from which a few gradient steps solve any task of the family. The inner loop takes those steps on the support set; the outer loop moves θ so that the loss on the queries falls after them. The exact form differentiates through the inner loop, the first-order form leaves that out.</source>
        <translation>寻找一个起点 θ，从它出发只需几步梯度就能解决同一族中的任何任务。内循环在支持集上走这几步；外循环移动 θ，使走完之后查询样本上的损失下降。精确形式对内循环求导，一阶形式则省略这一项。</translation>
    </message>
    <message>
        <source>MAML++</source>
        <translation>MAML++</translation>
    </message>
    <message>
        <source>MAML with what makes it train well: early on, the loss after every inner step counts and not only the last one; every layer learns a step size for each step; every step has scales and shifts of its own in the normalisation; second derivatives may wait until the network has settled.</source>
        <translation>让 MAML 训练得更好的一系列改进：训练初期，每个内循环步之后的损失都计入，而不只是最后一步；每一层为每一步学习一个步长；每一步有各自的归一化缩放和平移；二阶导数可以等网络稳定后再启用。</translation>
    </message>
    <message>
        <source>MANN</source>
        <translation>MANN</translation>
    </message>
    <message>
        <source>A recurrent network with a memory beside it reads the examples one by one, their labels with them or one step late. New things go where the memory was used least; a query finds what was alike, and with it the label. The network learns what to keep and how to look it up.</source>
        <translation>带外部记忆的循环网络逐个读入样本，标签与样本同时给出或晚一步给出。新内容写入最少使用的位置；查询样本从中找到相似的内容，并由此得到标签。网络学习该记住什么、如何查找。</translation>
    </message>
    <message>
        <source>Matching Networks</source>
        <translation>Matching Networks</translation>
    </message>
    <message>
        <source>A query looks at all support examples, most at those that are most like it, and takes their labels in that proportion. With full context the support examples are read in the light of each other, and the query in the light of all of them, so that the same picture may be seen differently in another task.</source>
        <translation>查询样本查看所有支持样本，越相似的看得越多，并按比例采用它们的标签。启用完整上下文时，支持样本彼此参照读取，查询样本则参照全部支持样本读取，因此同一张图片在不同任务中可能得到不同的表示。</translation>
    </message>
    <message>
        <source>MBML</source>
        <translation>MBML</translation>
    </message>
    <message>
        <source>Model-based meta-learning: a meta-model keeps the shared parameters and the strategy of training, an inner step size for every layer. In each iteration it picks tasks that represent a larger pool, adapts to them, improves both on their queries, and moves the shared parameters part of the way there.</source>
        <translation>基于模型的元学习：元模型保存共享参数和训练策略，即每一层的内循环步长。每次迭代从较大的任务池中选出有代表性的任务，适应它们，用查询样本同时改进参数和策略，再让共享参数朝改进结果移动一部分。</translation>
    </message>
    <message>
        <source>MEML</source>
        <translation>MEML</translation>
    </message>
    <message>
        <source>Model-enhanced meta-learning: a task's model adapts for some steps and is then pulled back towards the shared one, several times over. The shared model moves towards where the tasks' models come to lie. Without the pull, and in one round, it is Reptile.</source>
        <translation>模型增强的元学习：任务的模型适应若干步后被拉回共享模型，如此反复多轮。共享模型朝各任务模型最终所在之处移动。若不拉回且只有一轮，就是 Reptile。</translation>
    </message>
    <message>
        <source>Meta-Curvature</source>
        <translation>Meta-Curvature</translation>
    </message>
    <message>
        <source>Learns along with the starting point θ how gradients should be bent before a step is taken: small matrices, one for the outputs, one for the inputs and one for the places of each kernel, mix the gradient's numbers. They begin as identities, so that it begins as MAML.</source>
        <translation>与起点 θ 一起学习在更新之前应如何弯曲梯度：三个小矩阵分别作用于输出、输入和卷积核的各个位置，对梯度的数值进行混合。它们初始为单位矩阵，因此一开始就等同于 MAML。</translation>
    </message>
    <message>
        <source>Meta-LSTM</source>
        <translation>Meta-LSTM</translation>
    </message>
    <message>
        <source>A gradient step has the form of an LSTM cell: what was there is kept in part, something new is added. Here both parts are decided by gates that see each parameter's gradient, its loss and its value, so that step size and forgetting are learnt, and so is the starting point. All parameters share one small network.</source>
        <translation>梯度下降的一步与 LSTM 单元形式相同：保留一部分旧值，加入一些新值。这里两部分都由门控决定，门控看到每个参数的梯度、损失和数值，因此步长、遗忘程度以及起点都是学到的。所有参数共用一个小网络。</translation>
    </message>
    <message>
        <source>Meta-SGD</source>
        <translation>Meta-SGD</translation>
    </message>
    <message>
        <source>Learns not only where to start but also how far, and in which direction, each parameter should move: a step size a for every one of them, positive or negative, trained by the outer loop like the starting point θ.</source>
        <translation>不仅学习从哪里出发，还学习每个参数应朝哪个方向移动多远：每个参数有一个可正可负的步长 a，与起点 θ 一样由外循环训练。</translation>
    </message>
    <message>
        <source>MetaOptNet, ridge</source>
        <translation>MetaOptNet（岭回归）</translation>
    </message>
    <message>
        <source>MetaOptNet with ridge regression in place of the support vector machine: the last layer of a task is the regression's solution, differentiated through. Unlike in R2D2 its strength λ is given and not learnt.</source>
        <translation>以岭回归代替支持向量机的 MetaOptNet：任务的最后一层就是回归的解，并对其求导。与 R2D2 不同，这里的强度 λ 是给定的，而非学到的。</translation>
    </message>
    <message>
        <source>MetaOptNet, SVM</source>
        <translation>MetaOptNet（SVM）</translation>
    </message>
    <message>
        <source>Learns features with which a support vector machine separates the classes of a new task. The machine is the solution of a small convex problem, found by an interior point method and differentiated where it was found: the way there need not be remembered.</source>
        <translation>学习能让支持向量机区分新任务类别的特征。支持向量机是一个小型凸问题的解，由内点法求得，并在解处求导：无需记住求解的过程。</translation>
    </message>
    <message>
        <source>Nearest neighbour</source>
        <translation>最近邻</translation>
    </message>
    <message>
        <source>A query gets the label of the support example that it is most like, number by number. No network, nothing learnt: the run only measures how far raw similarity goes.</source>
        <translation>查询样本采用与其逐个数值最相似的支持样本的标签。没有网络，也不学习任何东西：这种运行只测量原始相似度能达到什么水平。</translation>
    </message>
    <message>
        <source>Prototypical Networks</source>
        <translation>Prototypical Networks</translation>
    </message>
    <message>
        <source>Learns a space in which examples of a class gather around their mean, the prototype. A new task needs no training: its prototypes are computed from the support set, and a query belongs to the nearest one. With squared distance this is a linear classifier whose weights are the prototypes.</source>
        <translation>学习一个空间，使同一类别的样本聚集在其均值即原型周围。新任务无需训练：由支持集算出原型，查询样本归入最近的原型。采用平方距离时，这就是以原型为权重的线性分类器。</translation>
    </message>
    <message>
        <source>R2D2</source>
        <translation>R2D2</translation>
    </message>
    <message>
        <source>Learns features with which ridge regression solves a new task. The last layer of a task is the regression's solution, in one formula, and the outer loop differentiates through it. How strongly it is held back, λ, is learnt along with the features.</source>
        <translation>学习能让岭回归解决新任务的特征。任务的最后一层就是回归的解，只需一个公式，外循环对其求导。约束强度 λ 与特征一起学习。</translation>
    </message>
    <message>
        <source>Relation Networks</source>
        <translation>Relation Networks</translation>
    </message>
    <message>
        <source>Does not choose a distance, but learns it: a second network looks at the features of a class beside those of a query and says how well they go together. On feature maps it is convolutional, so that it can compare what lies at the same place of both pictures (Conv4 with 2 pooled blocks, as published).</source>
        <translation>不选定距离，而是学习距离：第二个网络同时查看类别的特征与查询样本的特征，给出二者的匹配程度。作用于特征图时它是卷积网络，因而能比较两张图片同一位置的内容（按论文，使用有 2 个池化块的 Conv4）。</translation>
    </message>
    <message>
        <source>Reptile</source>
        <translation>Reptile</translation>
    </message>
    <message>
        <source>Trains on one task for a few steps, then moves the starting point a little towards where that training ended, and repeats. It needs no queries and no second derivatives. To first order it follows the same direction as MAML: tasks' gradients that agree are reinforced.</source>
        <translation>在一个任务上训练几步，然后把起点朝训练结束处移动一小段，如此反复。不需要查询样本，也不需要二阶导数。在一阶近似下，它与 MAML 的方向相同：各任务一致的梯度会得到加强。</translation>
    </message>
    <message>
        <source>SimpleShot</source>
        <translation>SimpleShot</translation>
    </message>
    <message>
        <source>No meta-learning: the features of an ordinary classifier of all training classes, moved so that their mean is 0 and scaled to length 1. A query belongs to the class whose mean is nearest. Simple, quick, and hard to beat.</source>
        <translation>不做元学习：取所有训练类别的普通分类器的特征，平移使其均值为 0，再缩放到长度 1。查询样本归入均值最近的类别。简单、快速，而且很难超越。</translation>
    </message>
    <message>
        <source>SNAIL</source>
        <translation>SNAIL</translation>
    </message>
    <message>
        <source>Reads a task as a sequence: the examples with their labels, then a query without one. Convolutions over time gather what came before, attention looks up single examples, and both take turns. How to use the examples is learnt altogether: nothing in the network is made for classes or distances.</source>
        <translation>把任务当作序列来读：先是带标签的样本，然后是一个不带标签的查询样本。时间卷积汇集先前的内容，注意力查找单个样本，两者交替进行。如何利用样本完全靠学习：网络中没有任何专为类别或距离设计的部分。</translation>
    </message>
    <message>
        <source>Task-conditioned</source>
        <translation>任务条件网络</translation>
    </message>
    <message>
        <source>An encoder reads the support set and says how the network should be for this task: which channels are open, how each is scaled and shifted, and what the last layer is. What gradient steps would have to find, a network that has seen many tasks tells at once.</source>
        <translation>编码器读入支持集，给出网络针对该任务应有的样子：开放哪些通道、如何缩放和平移各通道，以及最后一层是什么。本需梯度步逐渐找到的东西，见过许多任务的网络可以立即给出。</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>星标</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Before adaptation</source>
        <translation>适应前</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Iterations done</source>
        <translation>已完成的迭代</translation>
    </message>
    <message>
        <source>Iterations asked</source>
        <translation>要求的迭代</translation>
    </message>
    <message>
        <source>Tasks per second</source>
        <translation>每秒任务数</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>ended early</source>
        <translation>提前结束</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>What was learnt at the best checkpoint, as a file of safetensors</source>
        <translation>最佳检查点所学到的内容，保存为 safetensors 文件</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>The network before it meets a task, for programs that run ONNX</source>
        <translation>尚未遇到任务的网络，供运行 ONNX 的程序使用</translation>
    </message>
    <message>
        <source>TensorBoard</source>
        <translation>TensorBoard</translation>
    </message>
    <message>
        <source>All numbers of the run's course</source>
        <translation>运行过程中的所有数值</translation>
    </message>
    <message>
        <source>MLflow</source>
        <translation>MLflow</translation>
    </message>
    <message>
        <source>Settings, numbers and weights, added to a database of MLflow</source>
        <translation>设置、数值和权重，添加到 MLflow 数据库</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>The experiment as a TOML file, which innerloop train reads</source>
        <translation>以 TOML 文件保存的实验，innerloop train 可读取</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>One line for the terminal that trains the same experiment</source>
        <translation>训练同一实验的一行终端命令</translation>
    </message>
    <message>
        <source>Python script</source>
        <translation>Python 脚本</translation>
    </message>
    <message>
        <source>A short program that trains the same experiment</source>
        <translation>训练同一实验的简短程序</translation>
    </message>
    <message>
        <source>Ways</source>
        <translation>类别数</translation>
    </message>
    <message>
        <source>Number of classes in a task.</source>
        <translation>一个任务中的类别数量。</translation>
    </message>
    <message>
        <source>classes</source>
        <translation>类</translation>
    </message>
    <message>
        <source>Shots</source>
        <translation>每类样本数</translation>
    </message>
    <message>
        <source>Labelled examples of each class that a task adapts on.</source>
        <translation>任务适应时每个类别所用的带标签样本。</translation>
    </message>
    <message>
        <source>per class</source>
        <translation>个/类</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>查询样本</translation>
    </message>
    <message>
        <source>Examples of each class that the adapted model is measured on.</source>
        <translation>每个类别中用来测量适应后模型的样本。</translation>
    </message>
    <message>
        <source>Ways in training</source>
        <translation>训练时的类别数</translation>
    </message>
    <message>
        <source>Classes in a training task, where it differs from evaluation.</source>
        <translation>训练任务中的类别数，如与评估不同。</translation>
    </message>
    <message>
        <source>same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>Shots in training</source>
        <translation>训练时的每类样本数</translation>
    </message>
    <message>
        <source>Support examples per class in a training task, where it differs from evaluation.</source>
        <translation>训练任务中每类的支持样本数，如与评估不同。</translation>
    </message>
    <message>
        <source>Queries in training</source>
        <translation>训练时的查询样本</translation>
    </message>
    <message>
        <source>Query examples per class in a training task, where it differs from evaluation.</source>
        <translation>训练任务中每类的查询样本数，如与评估不同。</translation>
    </message>
    <message>
        <source>Rotations</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>What quarter turns of the pictures are used for.</source>
        <translation>图片的 90° 旋转作何用途。</translation>
    </message>
    <message>
        <source>Pictures stay as they are.</source>
        <translation>图片保持原样。</translation>
    </message>
    <message>
        <source>Each quarter turn of a class is a class of its own: four times as many classes, in every split.</source>
        <translation>类别的每个 90° 旋转自成一个类别：每个划分中的类别数变为四倍。</translation>
    </message>
    <message>
        <source>Quarter turns are classes of their own in training; evaluation sees upright pictures.</source>
        <translation>训练时 90° 旋转自成类别；评估只用正立的图片。</translation>
    </message>
    <message>
        <source>Each class of a task is turned by a random quarter turn, in every split.</source>
        <translation>在每个划分中，任务的每个类别都随机旋转 90° 的整数倍。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>classes in training</source>
        <translation>训练时自成类别</translation>
    </message>
    <message>
        <source>random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>Which random font: its characters, and how they are split into training, validation and test.</source>
        <translation>使用哪一套随机字体：决定有哪些字符，以及如何划分为训练、验证和测试。</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Folder with a folder for each class (n01532829 and so on), also within train, val and test; or with pictures such as images/n0153282900000005.jpg and the lists train.csv, val.csv and test.csv. Pictures of another size are scaled to 84 × 84. Values go from 0, black, to 1, white, and no mean is taken off.</source>
        <translation>每个类别一个子文件夹的文件夹（n01532829 等），也可位于 train、val 和 test 之内；或者包含 images/n0153282900000005.jpg 这样的图片以及列表 train.csv、val.csv 和 test.csv。其他尺寸的图片会缩放到 84 × 84。数值从 0（黑）到 1（白），不减去均值。</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>Which characters are for training, for validation and for the test.</source>
        <translation>哪些字符用于训练、验证和测试。</translation>
    </message>
    <message>
        <source>1,028 / 172 / 423 characters, the lists that most papers report on.</source>
        <translation>1,028 / 172 / 423 个字符，即大多数论文所采用的列表。</translation>
    </message>
    <message>
        <source>Training on the background alphabets but five, validation on these five, test on the evaluation alphabets (659 characters).</source>
        <translation>在背景文字中除五种之外的文字上训练，用这五种验证，用评估文字测试（659 个字符）。</translation>
    </message>
    <message>
        <source>1,028 / 172 / 423 characters dealt out at random, whatever their alphabet.</source>
        <translation>1,028 / 172 / 423 个字符，不论属于哪种文字，随机分配。</translation>
    </message>
    <message>
        <source>vinyals</source>
        <translation>Vinyals</translation>
    </message>
    <message>
        <source>original</source>
        <translation>原始</translation>
    </message>
    <message>
        <source>seeded</source>
        <translation>按种子</translation>
    </message>
    <message>
        <source>Split seed</source>
        <translation>划分种子</translation>
    </message>
    <message>
        <source>Which random split. With the original split: which 5 of the 30 background alphabets are for validation.</source>
        <translation>使用哪一种随机划分。采用原始划分时：30 种背景文字中哪 5 种用于验证。</translation>
    </message>
    <message>
        <source>I already have the files</source>
        <translation>我已有这些文件</translation>
    </message>
    <message>
        <source>Folder with images_background.zip and images_evaluation.zip, or with these two unpacked, or with such an omniglot folder in it. Empty looks below the data folder and downloads what is not there.</source>
        <translation>含有 images_background.zip 和 images_evaluation.zip 的文件夹，或含有两者解压内容的文件夹，或其中有这样一个 omniglot 文件夹。留空则在数据文件夹下查找，缺少的会下载。</translation>
    </message>
    <message>
        <source>The folder with your pictures: in it one folder for each class, named as the class is called.</source>
        <translation>存放你的图片的文件夹：每个类别一个子文件夹，以类别名命名。</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>边长</translation>
    </message>
    <message>
        <source>Width and height that pictures are scaled to; of a longer side the middle is kept. Usual are 28, 32 and 84. Values go from 0, black, to 1, white, and no mean is taken off.</source>
        <translation>图片缩放后的宽和高；较长的一边只保留中间部分。常用 28、32 和 84。数值从 0（黑）到 1（白），不减去均值。</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Red, green and blue; off makes pictures grey, a third as large.</source>
        <translation>红、绿、蓝三色；关闭后图片变为灰度，大小为三分之一。</translation>
    </message>
    <message>
        <source>Which classes are for training, for validation and for the test.</source>
        <translation>哪些类别用于训练、验证和测试。</translation>
    </message>
    <message>
        <source>As the folder says: classes in folders train, validation and test, or lists train.txt, validation.txt and test.txt with a class in each line. Without these as below.</source>
        <translation>按文件夹的划分：类别位于 train、validation 和 test 文件夹中，或列在 train.txt、validation.txt 和 test.txt 中，每行一个类别。两者都没有时按下一项处理。</translation>
    </message>
    <message>
        <source>Dealt out by the names of the classes: always the same for the same classes.</source>
        <translation>按类别名称分配：相同的类别总是得到相同的划分。</translation>
    </message>
    <message>
        <source>found</source>
        <translation>按文件夹</translation>
    </message>
    <message>
        <source>dealt</source>
        <translation>自动分配</translation>
    </message>
    <message>
        <source>Validation classes</source>
        <translation>验证类别</translation>
    </message>
    <message>
        <source>Classes that are kept for validation where they are dealt out; at least as many as a task has.</source>
        <translation>分配类别时留作验证的类别；不少于一个任务的类别数。</translation>
    </message>
    <message>
        <source>16 %</source>
        <translation>16%</translation>
    </message>
    <message>
        <source>Test classes</source>
        <translation>测试类别</translation>
    </message>
    <message>
        <source>Classes that are kept for the test where they are dealt out; at least as many as a task has.</source>
        <translation>分配类别时留作测试的类别；不少于一个任务的类别数。</translation>
    </message>
    <message>
        <source>20 %</source>
        <translation>20%</translation>
    </message>
    <message>
        <source>Which split, where classes are dealt out: another number deals them out otherwise.</source>
        <translation>分配类别时使用哪一种划分：换一个数字就换一种分法。</translation>
    </message>
    <message>
        <source>Points that a task adapts on.</source>
        <translation>任务适应时所用的点。</translation>
    </message>
    <message>
        <source>points</source>
        <translation>个点</translation>
    </message>
    <message>
        <source>Points that the adapted model is measured on.</source>
        <translation>用来测量适应后模型的点。</translation>
    </message>
    <message>
        <source>Normalization</source>
        <translation>归一化</translation>
    </message>
    <message>
        <source>How activations are normalised between the layers.</source>
        <translation>层与层之间的激活如何归一化。</translation>
    </message>
    <message>
        <source>Batch norm: statistics over the examples of one task; never shared between tasks.</source>
        <translation>批归一化：统计量取自同一任务的样本，从不在任务之间共享。</translation>
    </message>
    <message>
        <source>Layer norm: statistics over one example.</source>
        <translation>层归一化：统计量取自单个样本。</translation>
    </message>
    <message>
        <source>Group norm: statistics over groups of channels of one example.</source>
        <translation>组归一化：统计量取自单个样本的通道组。</translation>
    </message>
    <message>
        <source>No normalization.</source>
        <translation>不做归一化。</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>批归一化</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>层归一化</translation>
    </message>
    <message>
        <source>group</source>
        <translation>组归一化</translation>
    </message>
    <message>
        <source>Query normalization</source>
        <translation>查询归一化</translation>
    </message>
    <message>
        <source>Whose statistics normalise the queries of a task. Say it with every figure that you report.</source>
        <translation>用谁的统计量对任务的查询样本做归一化。报告任何数字时都应注明。</translation>
    </message>
    <message>
        <source>The queries of a task are normalised together, so each one sees the others.</source>
        <translation>任务的查询样本一起归一化，因此每个样本都能看到其他样本。</translation>
    </message>
    <message>
        <source>Statistics of the support set only; a query's prediction never depends on other queries.</source>
        <translation>只用支持集的统计量；对一个查询样本的预测从不依赖其他查询样本。</translation>
    </message>
    <message>
        <source>Statistics of the training classes, as running averages would give (metric learners).</source>
        <translation>用训练类别的统计量，相当于滑动平均所得（度量学习器）。</translation>
    </message>
    <message>
        <source>transductive</source>
        <translation>直推式</translation>
    </message>
    <message>
        <source>per query</source>
        <translation>逐个查询</translation>
    </message>
    <message>
        <source>population</source>
        <translation>总体</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>滤波器数</translation>
    </message>
    <message>
        <source>Channels of each block.</source>
        <translation>每个块的通道数。</translation>
    </message>
    <message>
        <source>channels</source>
        <translation>个通道</translation>
    </message>
    <message>
        <source>Downsampling</source>
        <translation>下采样</translation>
    </message>
    <message>
        <source>How each block halves the picture.</source>
        <translation>每个块如何将图片减半。</translation>
    </message>
    <message>
        <source>Convolutions of stride 2, then the mean over what is left (MAML on Omniglot).</source>
        <translation>步幅为 2 的卷积，最后对剩余部分取平均（Omniglot 上的 MAML）。</translation>
    </message>
    <message>
        <source>A 2×2 max-pool after each block (Prototypical Networks, mini-ImageNet).</source>
        <translation>每个块之后做 2×2 最大池化（Prototypical Networks、mini-ImageNet）。</translation>
    </message>
    <message>
        <source>stride</source>
        <translation>步幅卷积</translation>
    </message>
    <message>
        <source>max pool</source>
        <translation>最大池化</translation>
    </message>
    <message>
        <source>Pooled blocks</source>
        <translation>池化块数</translation>
    </message>
    <message>
        <source>How many of the blocks are pooled, from the first on; with fewer than 4 the features are larger maps.</source>
        <translation>从第一块起有多少个块带池化；少于 4 个时特征为更大的特征图。</translation>
    </message>
    <message>
        <source>blocks</source>
        <translation>个块</translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation>隐藏层</translation>
    </message>
    <message>
        <source>Width of each hidden layer, joined by hyphens: 40-40 for the sinusoid, 256-128-64-64 for Omniglot.</source>
        <translation>各隐藏层的宽度，用连字符连接：正弦波用 40-40，Omniglot 用 256-128-64-64。</translation>
    </message>
    <message>
        <source>units</source>
        <translation>个单元</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>通道数</translation>
    </message>
    <message>
        <source>Channels of each block, joined by hyphens; at least two blocks.</source>
        <translation>各块的通道数，用连字符连接；至少两个块。</translation>
    </message>
    <message>
        <source>Channels of each residual block, joined by hyphens; one block for each number.</source>
        <translation>各残差块的通道数，用连字符连接；每个数字对应一个块。</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>What is made of the last block's maps.</source>
        <translation>由最后一个块的特征图得到什么。</translation>
    </message>
    <message>
        <source>Their mean over the picture: one number for each channel (Oreshkin et al. 2018).</source>
        <translation>在整张图片上取平均：每个通道一个数（Oreshkin et al. 2018）。</translation>
    </message>
    <message>
        <source>All of their pixels, as Lee et al. do, who take no mean.</source>
        <translation>全部像素，与 Lee et al. 的做法相同，不取平均。</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>map</source>
        <translation>特征图</translation>
    </message>
    <message>
        <source>Inner learning rate</source>
        <translation>内循环学习率</translation>
    </message>
    <message>
        <source>Step size α of the inner loop, on the mean loss over the support set.</source>
        <translation>内循环的步长 α，作用于支持集上的平均损失。</translation>
    </message>
    <message>
        <source>Inner steps</source>
        <translation>内循环步数</translation>
    </message>
    <message>
        <source>Gradient steps on the support set of each training task.</source>
        <translation>在每个训练任务的支持集上所走的梯度步数。</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>Examples of any training classes in each training step.</source>
        <translation>每个训练步中来自任意训练类别的样本数。</translation>
    </message>
    <message>
        <source>examples</source>
        <translation>个样本</translation>
    </message>
    <message>
        <source>Fine-tuning epochs</source>
        <translation>微调轮数</translation>
    </message>
    <message>
        <source>Passes over the support set in which the last layer of a new task is trained.</source>
        <translation>训练新任务的最后一层时遍历支持集的次数。</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>Fine-tuning batch size</source>
        <translation>微调批大小</translation>
    </message>
    <message>
        <source>Support examples in each step of these passes.</source>
        <translation>这些遍历中每一步的支持样本数。</translation>
    </message>
    <message>
        <source>Fine-tuning momentum</source>
        <translation>微调动量</translation>
    </message>
    <message>
        <source>Share of the last step that is kept.</source>
        <translation>保留上一步的比例。</translation>
    </message>
    <message>
        <source>Fine-tuning dampening</source>
        <translation>微调阻尼</translation>
    </message>
    <message>
        <source>Share of each new gradient that the momentum leaves out.</source>
        <translation>每个新梯度中不计入动量的比例。</translation>
    </message>
    <message>
        <source>Fine-tuning weight decay</source>
        <translation>微调权重衰减</translation>
    </message>
    <message>
        <source>Pull of the last layer's weights towards 0.</source>
        <translation>将最后一层的权重拉向 0 的强度。</translation>
    </message>
    <message>
        <source>Cosine scale</source>
        <translation>余弦缩放</translation>
    </message>
    <message>
        <source>Factor s on the cosine before the softmax, in training.</source>
        <translation>训练时 softmax 之前作用于余弦的系数 s。</translation>
    </message>
    <message>
        <source>Cosine scale of a task</source>
        <translation>任务的余弦缩放</translation>
    </message>
    <message>
        <source>The same for the last layer of a new task.</source>
        <translation>同上，用于新任务的最后一层。</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Units in each layer of encoder and decoder, and numbers in the code of an example; 128 in the paper.</source>
        <translation>编码器和解码器每层的单元数，也是一个样本编码的长度；论文中为 128。</translation>
    </message>
    <message>
        <source>Encoder layers</source>
        <translation>编码器层数</translation>
    </message>
    <message>
        <source>Linear layers that turn an example and its value into a code. For classification the learner is the encoder.</source>
        <translation>把一个样本及其数值变为编码的线性层。用于分类时，学习器就是编码器。</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Decoder layers</source>
        <translation>解码器层数</translation>
    </message>
    <message>
        <source>Linear layers that read the task's code and a query; 5 in the paper, for regression.</source>
        <translation>读入任务编码和查询样本的线性层；论文中用于回归时为 5。</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Step size of the training on the support set.</source>
        <translation>在支持集上训练的步长。</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Gradient steps on the support set.</source>
        <translation>在支持集上所走的梯度步数。</translation>
    </message>
    <message>
        <source>Gradient steps towards the place where a task comes to rest.</source>
        <translation>走向任务收敛点的梯度步数。</translation>
    </message>
    <message>
        <source>Regularisation λ</source>
        <translation>正则化 λ</translation>
    </message>
    <message>
        <source>How strongly a task's parameters are held near the shared ones.</source>
        <translation>让任务的参数保持在共享参数附近的强度。</translation>
    </message>
    <message>
        <source>Conjugate gradient steps</source>
        <translation>共轭梯度步数</translation>
    </message>
    <message>
        <source>Steps of the solver of the linear system.</source>
        <translation>线性方程组求解器的步数。</translation>
    </message>
    <message>
        <source>Hidden units</source>
        <translation>隐藏单元</translation>
    </message>
    <message>
        <source>Width of the network that corrects the steps.</source>
        <translation>修正各步的网络的宽度。</translation>
    </message>
    <message>
        <source>Decay μ</source>
        <translation>衰减 μ</translation>
    </message>
    <message>
        <source>Share of the running mean of the gradients that is kept at each step.</source>
        <translation>每一步中梯度滑动平均的保留比例。</translation>
    </message>
    <message>
        <source>First order</source>
        <translation>一阶</translation>
    </message>
    <message>
        <source>Take gradients of the support set as given, and do not differentiate through them.</source>
        <translation>把支持集的梯度视为给定值，不对其求导。</translation>
    </message>
    <message>
        <source>Follow mean ∇L_Q(φ_K) and leave second derivatives out: cheaper, often nearly as good (FOMAML).</source>
        <translation>沿 ∇L_Q(φ_K) 的均值更新，省略二阶导数：更便宜，效果往往相差无几（FOMAML）。</translation>
    </message>
    <message>
        <source>First step size</source>
        <translation>初始步长</translation>
    </message>
    <message>
        <source>The inner learning rate; where every learnt one starts.</source>
        <translation>内循环学习率；所有学习的步长都从这里开始。</translation>
    </message>
    <message>
        <source>Loss of every step</source>
        <translation>每步损失</translation>
    </message>
    <message>
        <source>Let the loss after each inner step count at first, and in the end only the last.</source>
        <translation>起初每个内循环步之后的损失都计入，最后只计最后一步。</translation>
    </message>
    <message>
        <source>Fade until</source>
        <translation>淡出至</translation>
    </message>
    <message>
        <source>Iteration from which on only the loss after the last step counts.</source>
        <translation>从这次迭代起，只计最后一步之后的损失。</translation>
    </message>
    <message>
        <source>iterations</source>
        <translation>次迭代</translation>
    </message>
    <message>
        <source>Learn step sizes</source>
        <translation>学习步长</translation>
    </message>
    <message>
        <source>Learn an inner step size for each layer and step.</source>
        <translation>为每一层的每一步学习一个内循环步长。</translation>
    </message>
    <message>
        <source>Normalization per step</source>
        <translation>每步归一化</translation>
    </message>
    <message>
        <source>Learn scales and shifts of the normalisation for each step, and do not adapt them to a task.</source>
        <translation>为每一步学习归一化的缩放和平移，不针对任务适应它们。</translation>
    </message>
    <message>
        <source>First order until</source>
        <translation>一阶直至</translation>
    </message>
    <message>
        <source>Iteration up to which second derivatives are left out.</source>
        <translation>在这次迭代之前省略二阶导数。</translation>
    </message>
    <message>
        <source>Late labels</source>
        <translation>延迟标签</translation>
    </message>
    <message>
        <source>A label comes one step after its example, as in the paper, where each example is also a query. Here queries come last, so labels may come with the examples, and that is learnt much sooner.</source>
        <translation>如论文所述，标签在样本之后一步给出，每个样本同时也是查询。这里查询样本排在最后，因此标签可以与样本同时给出，这样学得快得多。</translation>
    </message>
    <message>
        <source>Controller</source>
        <translation>控制器</translation>
    </message>
    <message>
        <source>Width of the LSTM that reads the sequence; 200 in the paper.</source>
        <translation>读取序列的 LSTM 的宽度；论文中为 200。</translation>
    </message>
    <message>
        <source>Memory slots</source>
        <translation>记忆槽数</translation>
    </message>
    <message>
        <source>Rows of the memory; 128 in the paper.</source>
        <translation>记忆的行数；论文中为 128。</translation>
    </message>
    <message>
        <source>slots</source>
        <translation>个槽</translation>
    </message>
    <message>
        <source>Slot width</source>
        <translation>槽宽</translation>
    </message>
    <message>
        <source>Numbers in a row of the memory; 40 in the paper.</source>
        <translation>记忆每行的数值个数；论文中为 40。</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>读写头</translation>
    </message>
    <message>
        <source>Slots that are looked up, and written, in each step; 4 in the paper.</source>
        <translation>每一步读取和写入的槽数；论文中为 4。</translation>
    </message>
    <message>
        <source>heads</source>
        <translation>个头</translation>
    </message>
    <message>
        <source>Sharpness</source>
        <translation>锐度</translation>
    </message>
    <message>
        <source>Factor on the cosine before the softmax. The paper has 1, with which every look-up is nearly the mean of the whole memory.</source>
        <translation>softmax 之前作用于余弦的系数。论文中为 1，此时每次查找几乎就是整个记忆的平均。</translation>
    </message>
    <message>
        <source>Usage decay γ</source>
        <translation>使用衰减 γ</translation>
    </message>
    <message>
        <source>How much of a slot's usage is left after a step.</source>
        <translation>每一步之后槽的使用度还剩多少。</translation>
    </message>
    <message>
        <source>Factor s on the cosine before the softmax; larger ones attend more sharply.</source>
        <translation>softmax 之前作用于余弦的系数 s；越大注意力越集中。</translation>
    </message>
    <message>
        <source>Full context</source>
        <translation>完整上下文</translation>
    </message>
    <message>
        <source>Embed support examples by an LSTM that reads all of them, and queries by one that attends to them.</source>
        <translation>用读取全部支持样本的 LSTM 嵌入支持样本，用对它们施加注意力的 LSTM 嵌入查询样本。</translation>
    </message>
    <message>
        <source>Processing steps</source>
        <translation>处理步数</translation>
    </message>
    <message>
        <source>How often a query attends to the support set before it is compared.</source>
        <translation>比较之前，查询样本对支持集施加注意力的次数。</translation>
    </message>
    <message>
        <source>Where the learnt step size of every layer starts.</source>
        <translation>每一层学习的步长从这里开始。</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>任务池</translation>
    </message>
    <message>
        <source>Tasks that are drawn for each one that is trained on, m; the most different are kept.</source>
        <translation>每训练一个任务所抽取的任务数 m；保留差异最大的。</translation>
    </message>
    <message>
        <source>per task</source>
        <translation>每任务</translation>
    </message>
    <message>
        <source>Step of the shared model γ</source>
        <translation>共享模型的步长 γ</translation>
    </message>
    <message>
        <source>γ/σ² is the share of an outer step that the parameters follow.</source>
        <translation>γ/σ² 是参数跟随一个外循环步的比例。</translation>
    </message>
    <message>
        <source>Variance σ²</source>
        <translation>方差 σ²</translation>
    </message>
    <message>
        <source>How far the improved parameters may lie from the shared ones.</source>
        <translation>改进后的参数可以离共享参数多远。</translation>
    </message>
    <message>
        <source>Take gradients of the support set as given: cheaper, often nearly as good.</source>
        <translation>把支持集的梯度视为给定值：更便宜，效果往往相差无几。</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>How often adaptation and pull take turns, R.</source>
        <translation>适应与拉回交替的次数 R。</translation>
    </message>
    <message>
        <source>rounds</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>Pull</source>
        <translation>拉回</translation>
    </message>
    <message>
        <source>Step size β of the pull towards the shared model.</source>
        <translation>拉向共享模型的步长 β。</translation>
    </message>
    <message>
        <source>How far tasks' models may lie from the shared one.</source>
        <translation>任务的模型可以离共享模型多远。</translation>
    </message>
    <message>
        <source>Where the input gate starts, which is the step size.</source>
        <translation>输入门的初始值，也就是步长。</translation>
    </message>
    <message>
        <source>Width of the LSTM that reads gradient and loss.</source>
        <translation>读取梯度和损失的 LSTM 的宽度。</translation>
    </message>
    <message>
        <source>Take gradients and losses of the support set as given, and do not differentiate through them.</source>
        <translation>把支持集的梯度和损失视为给定值，不对其求导。</translation>
    </message>
    <message>
        <source>Where every learnt step size starts.</source>
        <translation>每个学习的步长从这里开始。</translation>
    </message>
    <message>
        <source>λ</source>
        <translation>λ</translation>
    </message>
    <message>
        <source>How strongly the regression is held back.</source>
        <translation>约束回归的强度。</translation>
    </message>
    <message>
        <source>First scale</source>
        <translation>初始缩放</translation>
    </message>
    <message>
        <source>Where the learnt factor γ on the regression's outputs starts.</source>
        <translation>学习的系数 γ 的初始值，作用于回归的输出。</translation>
    </message>
    <message>
        <source>Cost C</source>
        <translation>代价 C</translation>
    </message>
    <message>
        <source>What an example on the wrong side of its margin costs.</source>
        <translation>位于间隔错误一侧的样本的代价。</translation>
    </message>
    <message>
        <source>Solver steps</source>
        <translation>求解步数</translation>
    </message>
    <message>
        <source>Steps of the interior point method; more where features or C are large.</source>
        <translation>内点法的步数；特征或 C 较大时需要更多。</translation>
    </message>
    <message>
        <source>Stabilizer</source>
        <translation>稳定项</translation>
    </message>
    <message>
        <source>What is added to the diagonal of the products of features, so that the problem has one solution only.</source>
        <translation>加到特征乘积矩阵对角线上的值，使问题只有唯一解。</translation>
    </message>
    <message>
        <source>Where the learnt factor γ on the machine's outputs starts.</source>
        <translation>学习的系数 γ 的初始值，作用于支持向量机的输出。</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>How near a query is to a prototype.</source>
        <translation>查询样本与原型有多近。</translation>
    </message>
    <message>
        <source>Squared Euclidean distance, as the paper finds best.</source>
        <translation>平方欧氏距离，论文中效果最好。</translation>
    </message>
    <message>
        <source>Cosine similarity.</source>
        <translation>余弦相似度。</translation>
    </message>
    <message>
        <source>euclidean</source>
        <translation>欧氏距离</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>Factor on the cosine before the softmax.</source>
        <translation>softmax 之前作用于余弦的系数。</translation>
    </message>
    <message>
        <source>First λ</source>
        <translation>初始 λ</translation>
    </message>
    <message>
        <source>Where the learnt strength of the regularisation starts.</source>
        <translation>学习的正则化强度从这里开始。</translation>
    </message>
    <message>
        <source>Where the learnt factor on the regression's outputs starts.</source>
        <translation>学习的系数的初始值，作用于回归的输出。</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>What the scores of a query and all classes are held to.</source>
        <translation>查询样本与各类别的得分以什么为目标。</translation>
    </message>
    <message>
        <source>Each score, between 0 and 1, is regressed to 1 for its class and 0 for others (paper).</source>
        <translation>每个得分在 0 与 1 之间，对所属类别回归到 1，对其他类别回归到 0（论文）。</translation>
    </message>
    <message>
        <source>The softmax of a query's scores is a distribution over the classes.</source>
        <translation>查询样本得分的 softmax 是各类别上的概率分布。</translation>
    </message>
    <message>
        <source>squared error</source>
        <translation>平方误差</translation>
    </message>
    <message>
        <source>cross entropy</source>
        <translation>交叉熵</translation>
    </message>
    <message>
        <source>Relation filters</source>
        <translation>关系滤波器数</translation>
    </message>
    <message>
        <source>Channels of both blocks of the relation module; units of its first layer where features are no maps.</source>
        <translation>关系模块两个块的通道数；特征不是特征图时，为其第一层的单元数。</translation>
    </message>
    <message>
        <source>Relation units</source>
        <translation>关系单元</translation>
    </message>
    <message>
        <source>Units of the layer before a pair's score.</source>
        <translation>给出配对得分之前那一层的单元数。</translation>
    </message>
    <message>
        <source>Step size of the inner optimizer.</source>
        <translation>内循环优化器的步长。</translation>
    </message>
    <message>
        <source>Optimizer steps on each training task.</source>
        <translation>在每个训练任务上的优化步数。</translation>
    </message>
    <message>
        <source>Inner optimizer</source>
        <translation>内循环优化器</translation>
    </message>
    <message>
        <source>The rule of the inner loop.</source>
        <translation>内循环的更新规则。</translation>
    </message>
    <message>
        <source>Adam with β₁ = 0, as the authors use.</source>
        <translation>β₁ = 0 的 Adam，与作者所用相同。</translation>
    </message>
    <message>
        <source>Plain gradient descent.</source>
        <translation>普通梯度下降。</translation>
    </message>
    <message>
        <source>adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>sgd</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>Inner batch size</source>
        <translation>内循环批大小</translation>
    </message>
    <message>
        <source>Support examples in each inner step of a training task.</source>
        <translation>训练任务的每个内循环步中的支持样本数。</translation>
    </message>
    <message>
        <source>Inner batch size, evaluation</source>
        <translation>评估时的内循环批大小</translation>
    </message>
    <message>
        <source>Support examples in each inner step when measured.</source>
        <translation>测量时每个内循环步中的支持样本数。</translation>
    </message>
    <message>
        <source>as in training</source>
        <translation>与训练相同</translation>
    </message>
    <message>
        <source>What is done to features before distances are taken.</source>
        <translation>计算距离之前对特征做何处理。</translation>
    </message>
    <message>
        <source>Centred by the mean of the training classes, then scaled to length 1.</source>
        <translation>减去训练类别的均值，再缩放到长度 1。</translation>
    </message>
    <message>
        <source>Scaled to length 1.</source>
        <translation>缩放到长度 1。</translation>
    </message>
    <message>
        <source>As they are.</source>
        <translation>保持原样。</translation>
    </message>
    <message>
        <source>cl2n</source>
        <translation>CL2N</translation>
    </message>
    <message>
        <source>l2n</source>
        <translation>L2N</translation>
    </message>
    <message>
        <source>un</source>
        <translation>UN</translation>
    </message>
    <message>
        <source>Channels of each convolution, 128 in the paper. The three attention blocks have keys of ½, 2 and 4 times as many, and values of ¼, 1 and 2 times.</source>
        <translation>每个卷积的通道数，论文中为 128。三个注意力块的键分别为其 ½、2 和 4 倍，值分别为其 ¼、1 和 2 倍。</translation>
    </message>
    <message>
        <source>Convolutions per block</source>
        <translation>每块卷积数</translation>
    </message>
    <message>
        <source>Number k sees 2ᵏ⁻¹ elements back. With ⌈log₂ T⌉ of them a block spans a sequence of T: 3 for 5 ways and 1 shot (T = 6), 5 for 5 shots or 20 ways, 7 for both.</source>
        <translation>第 k 个卷积能看到之前 2ᵏ⁻¹ 个元素。用 ⌈log₂ T⌉ 个卷积，一个块就能覆盖长度为 T 的序列：5 类 1 样本（T = 6）用 3 个，5 样本或 20 类用 5 个，两者兼有用 7 个。</translation>
    </message>
    <message>
        <source>Scale and shift</source>
        <translation>缩放与平移</translation>
    </message>
    <message>
        <source>The task scales and shifts each normalised channel (FiLM).</source>
        <translation>由任务对每个归一化后的通道做缩放和平移（FiLM）。</translation>
    </message>
    <message>
        <source>Gates</source>
        <translation>门控</translation>
    </message>
    <message>
        <source>The task opens and shuts each channel: a factor between 0 and 1 after the ReLU.</source>
        <translation>由任务开关每个通道：ReLU 之后乘以 0 与 1 之间的系数。</translation>
    </message>
    <message>
        <source>Numbers that describe a task, and units in the networks that read and use them.</source>
        <translation>描述任务的数值个数，也是读取和使用它们的网络的单元数。</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>迭代次数</translation>
    </message>
    <message>
        <source>Outer steps in the whole run.</source>
        <translation>整个运行的外循环步数。</translation>
    </message>
    <message>
        <source>Meta-batch size</source>
        <translation>元批次大小</translation>
    </message>
    <message>
        <source>Tasks whose gradients are averaged for one outer step.</source>
        <translation>每个外循环步对多少个任务的梯度取平均。</translation>
    </message>
    <message>
        <source>tasks</source>
        <translation>个任务</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>The rule that turns the meta-gradient into a step.</source>
        <translation>把元梯度变为一步更新的规则。</translation>
    </message>
    <message>
        <source>Adam: a step size for each parameter.</source>
        <translation>Adam：每个参数有自己的步长。</translation>
    </message>
    <message>
        <source>Gradient descent.</source>
        <translation>梯度下降。</translation>
    </message>
    <message>
        <source>Gradient descent that looks ahead along its momentum.</source>
        <translation>沿动量方向前瞻的梯度下降。</translation>
    </message>
    <message>
        <source>nesterov</source>
        <translation>Nesterov</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>Pull of the networks' parameters towards 0, added to the meta-gradient.</source>
        <translation>将网络参数拉向 0 的强度，加到元梯度上。</translation>
    </message>
    <message>
        <source>Outer learning rate</source>
        <translation>外循环学习率</translation>
    </message>
    <message>
        <source>Step size β (Reptile: ε) of the outer loop.</source>
        <translation>外循环的步长 β（Reptile 中为 ε）。</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>调度</translation>
    </message>
    <message>
        <source>How the outer learning rate changes over the run.</source>
        <translation>外循环学习率在运行过程中如何变化。</translation>
    </message>
    <message>
        <source>The same from the first iteration to the last.</source>
        <translation>从第一次迭代到最后一次保持不变。</translation>
    </message>
    <message>
        <source>Falls in a straight line.</source>
        <translation>沿直线下降。</translation>
    </message>
    <message>
        <source>Falls along half a cosine to 0.</source>
        <translation>沿半个余弦下降到 0。</translation>
    </message>
    <message>
        <source>Halves at fixed distances.</source>
        <translation>每隔固定迭代次数减半。</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>恒定</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>halving</source>
        <translation>减半</translation>
    </message>
    <message>
        <source>Halve every</source>
        <translation>减半间隔</translation>
    </message>
    <message>
        <source>Iterations after which the outer learning rate halves.</source>
        <translation>每隔多少次迭代，外循环学习率减半。</translation>
    </message>
    <message>
        <source>Final learning rate</source>
        <translation>最终学习率</translation>
    </message>
    <message>
        <source>Where the schedule ends.</source>
        <translation>调度结束时的值。</translation>
    </message>
    <message>
        <source>Clip gradient</source>
        <translation>梯度裁剪</translation>
    </message>
    <message>
        <source>Largest norm of the meta-gradient; longer ones are shortened to it.</source>
        <translation>元梯度的最大范数；更长的会缩短到此值。</translation>
    </message>
    <message>
        <source>not clipped</source>
        <translation>不裁剪</translation>
    </message>
    <message>
        <source>Evaluate every</source>
        <translation>评估间隔</translation>
    </message>
    <message>
        <source>Iterations between two measurements on the validation tasks.</source>
        <translation>在验证任务上两次测量之间的迭代次数。</translation>
    </message>
    <message>
        <source>Validation tasks</source>
        <translation>验证任务数</translation>
    </message>
    <message>
        <source>Tasks in each measurement; always the same ones.</source>
        <translation>每次测量的任务数；始终是同一批任务。</translation>
    </message>
    <message>
        <source>Inner steps when measured, where they differ from training.</source>
        <translation>测量时的内循环步数，如与训练不同。</translation>
    </message>
    <message>
        <source>Test tasks</source>
        <translation>测试任务数</translation>
    </message>
    <message>
        <source>Tasks of the one test at the end, on the best checkpoint.</source>
        <translation>最后用最佳检查点做一次测试时的任务数。</translation>
    </message>
    <message>
        <source>Stop early after</source>
        <translation>提前停止</translation>
    </message>
    <message>
        <source>End training after so many evaluations in a row without a better validation result. The test is made with the best checkpoint, as always.</source>
        <translation>验证结果连续这么多次评估没有提高时结束训练。测试仍使用最佳检查点。</translation>
    </message>
    <message>
        <source>evaluations</source>
        <translation>次评估</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>The processor that trains.</source>
        <translation>用来训练的处理器。</translation>
    </message>
    <message>
        <source>A GPU where there is one, else the CPU.</source>
        <translation>有 GPU 时用 GPU，否则用 CPU。</translation>
    </message>
    <message>
        <source>The CPU.</source>
        <translation>使用 CPU。</translation>
    </message>
    <message>
        <source>An NVIDIA (or ROCm) GPU.</source>
        <translation>使用 NVIDIA（或 ROCm）GPU。</translation>
    </message>
    <message>
        <source>The GPU of an Apple computer.</source>
        <translation>使用 Apple 电脑的 GPU。</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>cpu</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>cuda</source>
        <translation>CUDA</translation>
    </message>
    <message>
        <source>mps</source>
        <translation>MPS</translation>
    </message>
    <message>
        <source>Mapping</source>
        <translation>映射方式</translation>
    </message>
    <message>
        <source>How the tasks of a meta-batch are run; every choice gives the same gradient.</source>
        <translation>元批次中的任务如何运行；每种方式得到的梯度都相同。</translation>
    </message>
    <message>
        <source>What is known to be fastest for this experiment; the run's log says what was taken.</source>
        <translation>已知对该实验最快的方式；运行的日志会说明采用了哪一种。</translation>
    </message>
    <message>
        <source>One task after another; needs the least memory.</source>
        <translation>逐个任务运行；所需内存最少。</translation>
    </message>
    <message>
        <source>All tasks at once.</source>
        <translation>所有任务同时运行。</translation>
    </message>
    <message>
        <source>Traced and compiled, which takes minutes for pictures; needs a C++ compiler.</source>
        <translation>追踪并编译，对图片需要数分钟；需要 C++ 编译器。</translation>
    </message>
    <message>
        <source>sequential</source>
        <translation>逐个</translation>
    </message>
    <message>
        <source>vectorised</source>
        <translation>向量化</translation>
    </message>
    <message>
        <source>compiled</source>
        <translation>编译</translation>
    </message>
    <message>
        <source>Tasks at once</source>
        <translation>同时处理的任务数</translation>
    </message>
    <message>
        <source>How many tasks a vectorised or compiled mapping holds in memory together, in each process. Where memory runs out, fewer are taken, and the run says so.</source>
        <translation>向量化或编译方式下，每个进程的内存中同时保留多少个任务。内存不足时会减少，运行也会说明。</translation>
    </message>
    <message>
        <source>as many as fit</source>
        <translation>尽可能多</translation>
    </message>
    <message>
        <source>Number precision</source>
        <translation>数值精度</translation>
    </message>
    <message>
        <source>In which precision meta-gradients are computed; all else has 32 bits.</source>
        <translation>以何种精度计算元梯度；其余一律为 32 位。</translation>
    </message>
    <message>
        <source>32 bits throughout.</source>
        <translation>全程 32 位。</translation>
    </message>
    <message>
        <source>16 bits where networks multiply; quicker on processors that are made for it.</source>
        <translation>网络做乘法时用 16 位；在为此设计的处理器上更快。</translation>
    </message>
    <message>
        <source>bfloat16 where it is quicker and gives the same meta-gradient, nearly; the run's log says.</source>
        <translation>在更快且元梯度几乎相同时采用 bfloat16；运行的日志会说明。</translation>
    </message>
    <message>
        <source>float32</source>
        <translation>float32</translation>
    </message>
    <message>
        <source>bfloat16</source>
        <translation>bfloat16</translation>
    </message>
    <message>
        <source>Memory layout</source>
        <translation>内存布局</translation>
    </message>
    <message>
        <source>How pictures and kernels lie in memory; every choice gives the same gradient.</source>
        <translation>图片和卷积核在内存中如何排列；每种方式得到的梯度都相同。</translation>
    </message>
    <message>
        <source>Channels innermost where that is known to be quicker: one network over many pictures, on a CPU.</source>
        <translation>已知更快时把通道放在最内层：在 CPU 上用一个网络处理许多图片时。</translation>
    </message>
    <message>
        <source>Channel by channel, each a whole picture.</source>
        <translation>逐通道存放，每个通道是一整张图片。</translation>
    </message>
    <message>
        <source>Pixel by pixel, each with all its channels; needs batch or no normalization.</source>
        <translation>逐像素存放，每个像素带有全部通道；要求使用批归一化或不归一化。</translation>
    </message>
    <message>
        <source>contiguous</source>
        <translation>连续</translation>
    </message>
    <message>
        <source>channels last</source>
        <translation>通道在后</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>工作进程数</translation>
    </message>
    <message>
        <source>Processes that share the tasks of a meta-batch and of a measurement, this program among them. Each of the others takes some 300 MB of memory.</source>
        <translation>分担元批次任务和测量任务的进程数，本程序也计算在内。其他每个进程约占 300 MB 内存。</translation>
    </message>
    <message>
        <source>processes</source>
        <translation>个进程</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Checkpoint every</source>
        <translation>检查点间隔</translation>
    </message>
    <message>
        <source>Iterations between two checkpoints; a crash loses no more than that.</source>
        <translation>两个检查点之间的迭代次数；崩溃时最多丢失这么多。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>What the run is called; empty names it after its settings.</source>
        <translation>运行的名称；留空则按其设置命名。</translation>
    </message>
    <message>
        <source>Anything you want to remember about this run.</source>
        <translation>关于这次运行，你想记住的任何内容。</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>参数扫描</translation>
    </message>
    <message>
        <source>The name of the sweep that the run belongs to; runs of one sweep are shown together.</source>
        <translation>该运行所属的参数扫描的名称；同一扫描的运行会一起显示。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Where every random choice of the run comes from.</source>
        <translation>运行中所有随机选择的来源。</translation>
    </message>
    <message>
        <source>Which dataset the experiment uses.</source>
        <translation>实验使用哪个数据集。</translation>
    </message>
    <message>
        <source>Which learner the experiment uses.</source>
        <translation>实验使用哪个学习器。</translation>
    </message>
    <message>
        <source>Which algorithm the experiment uses.</source>
        <translation>实验使用哪个算法。</translation>
    </message>
</context>
</TS>
