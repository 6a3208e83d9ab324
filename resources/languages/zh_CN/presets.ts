<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>presets</name>
    <message>
        <source>A network learns to bend onto a new sine wave in one gradient step. Nothing to download.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean over the support points, and mean over the queries, as in the authors' program; its step size of 0.01 is 0.01 here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No normalization. As in the authors' program 10 points are trained on; this preset also measures with 10, where the published table measures with 5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same waves without second derivatives: the starting point moves towards where each training ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean over the mini-batch of 10 points, as in the authors' demonstration; its inner rate of 0.02 is 0.02 here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No normalization. After the authors' demonstration: a task is 50 points, seen in 5 mini-batches of 10; adaptation to a new wave sees 10 points and takes 32 steps. Departures: the points are drawn anew for each task where theirs lie on a grid, the network has ReLU where theirs has tanh, and amplitudes and phases are those of Finn et al. 2017.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the last layer bends onto a new sine wave; what it makes use of was learnt before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean over the support points, and mean over the queries: a step size of 0.1 is 0.1 on the mean loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No normalization. No published protocol for sine waves: waves, network and outer loop are those of MAML.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All but the last layer bends onto a new sine wave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean over the support points, and mean over the queries: a step size of 0.01 is 0.01 on the mean loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sixteen steps near the shared network fit a new sine wave; none of them need be remembered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean over the support points, and mean over the queries: a step size of 0.02 is 0.02 on the mean loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAML with learnt step sizes and the loss of every step, on sine waves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picks the waves that differ most from a pool, and learns a step size for every layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adaptation and a pull towards the shared network take turns on each sine wave. Nothing to download.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean over the support points: a step size of 0.02 is 0.02 on the mean loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No normalization. No published protocol.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learns a step size for every parameter, and bends onto a new sine wave in one step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learns how gradients should be bent before a step towards a new sine wave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gates that see gradient, loss and value of each parameter bend the network onto a new sine wave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small network decides how every parameter moves towards a new sine wave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network reads ten points of a sine wave at once and tells the rest of it, and how sure it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean over the queries of a task; the loss is the negative log-likelihood, the figure the mean squared error of the predicted mean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No normalization. No published protocol: the authors draw their functions from Gaussian processes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten points of a sine wave and a place on it are read as one sequence. Nothing to download.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean over the queries of a task.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network with a memory reads ten points one by one and looks up what belongs to another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task-conditioned network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An encoder reads ten points and says how the network should be to draw their wave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transductive in name only: layer norm looks at one point at a time. No published protocol for sine waves: waves and hidden layers are those of MAML.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The yardstick of transfer: a network that has met no wave before is trained on ten points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No normalization. No published protocol: a yardstick for the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The yardstick without learning: each place gets the value of the nearest known point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is minimised; no mean over anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Glyphs 5-way 1-shot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Characters that the program draws itself: one gradient step tells five new ones apart, after minutes of training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean over the support set: a step size of 0.4 is 0.4 on the mean loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transductive: the queries of a task are normalised together. No published protocol: the set is the program's own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the last layer is adapted to five new characters; their features are learnt beforehand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean over the support set: a step size of 2 is 2 on the mean loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the features are adapted to five new characters; the last layer stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Five new characters are learnt near the shared network, and the meta-gradient needs no memory of the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAML with the loss of every step, learnt step sizes, and norms of their own for each step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean over the support set: a step size of 0.2 is 0.2 on the mean loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picks tasks that represent a pool, and learns a step size for every layer with the starting point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learns how far and in which direction each parameter moves, along with where it starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean over the support set: step sizes start at 0.4 on the mean loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learns how gradients should be bent before each step, along with the starting point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gates that see gradient, loss and value of each parameter decide what is kept and what is added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean over the support set: a step size of 0.1 is 0.1 on the mean loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small network decides how every parameter moves, and is trained for that on many tasks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Characters that the program draws itself: a space in which examples of a class gather, learnt in minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean over the queries of a task, as in the paper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queries are normalised with the statistics of the training classes (population), as running averages would give; a prediction never depends on other queries. No published protocol: the set is the program's own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Characters that the program draws itself: a query takes the labels of the examples that it is most like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Characters that the program draws itself: a second network learns how well two pictures go together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean over the queries and classes of a task, as in the authors' program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queries are normalised with the statistics of the training classes (population), as running averages would give; a prediction never depends on other queries. Training tasks have 5 classes, for with more of them squared error first learns to say no to every pair. No published protocol: the set is the program's own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Characters that the program draws itself: features with which ridge regression tells new ones apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Characters that the program draws itself: features with which ridge regression of given strength tells new ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Characters that the program draws itself: features with which a support vector machine separates new ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Characters that the program draws itself: a decoder reads the codes of five classes beside a query.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Characters that the program draws itself: five of them and a query are read as one sequence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Characters that the program draws itself: a network with a memory beside it reads them one by one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Characters that the program draws itself: an encoder reads five and says how the network should be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No meta-learning: one classifier of all training classes, and a new last layer for each task.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean over the examples of a batch of all training classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No meta-learning: a classifier that compares directions, and a new last layer for each task.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No meta-learning: nearest class mean among the features of an ordinary classifier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The yardstick of transfer: a network that has learnt nothing is trained on each task.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The yardstick without learning: each query gets the label of the picture that it is most like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transductive in name only: there is no network and nothing to normalise. No published protocol: the set is the program's own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Omniglot 5-way 1-shot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A starting point from which one gradient step tells five new characters apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean over the support set. The authors' code sums over its 5 × K examples and divides by K, so its step size of 0.4 is 2.0 here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transductive: the queries of a task are normalised together, as in the authors' program. Departures: the characters are split as by Vinyals et al. 2016 (1,028 for training, where the authors draw 1,200 at random), and the test is on the checkpoint that was best on validation classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First-order MAML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAML with the derivative stopped at the inner gradients: cheaper, nearly as good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No queries and no second derivatives: the starting point moves towards where the training on each task ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean over the mini-batch, as in the authors' program; its inner rate of 0.001 is 0.001 here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transductive: the queries of a task, one of each class, are normalised together; compare with the transductive figure. Departures: Adam's second moments start afresh on each task, the last layer sees the mean of the last feature map where the authors' network sees its four places, the characters are split as by Vinyals et al. 2016, and the test is 1,000 tasks on the checkpoint that was best on validation classes, where the authors measure 10,000 on the last one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the last layer adapts to five new characters, on features that were learnt for that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transductive: the queries of a task are normalised together. Departures: the characters are split as by Vinyals et al. 2016 and turned at random, and the test is on the checkpoint that was best on validation classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transductive: the queries of a task are normalised together. No published figure for this task: tasks, network and outer loop are those of MAML on Omniglot; the characters are split as by Vinyals et al. 2016 and turned at random, and the test is on the checkpoint that was best on validation classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sixteen steps near the shared network tell five new characters apart; none need be remembered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAML made stable: learnt step sizes, losses and norms of every step, for five new characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picks tasks that represent a pool, and learns a step size for every layer, for five new characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adaptation to five new characters and a pull towards the shared network take turns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transductive: the queries of a task are normalised together. No published protocol: training tasks with ten examples of each class, five tasks in a meta-batch and an outer step that falls in a straight line are those of Reptile on Omniglot; the characters are split as by Vinyals et al. 2016, and the test is on the checkpoint that was best on validation classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learns a step size for every parameter, and adapts to five new characters in one step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean over the support set: a step size of 0.05 is 0.05 on the mean loss. The paper draws the first step sizes between 0.005 and 0.1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learns how gradients should be bent before each step towards five new characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gates that see gradient, loss and value of each parameter adapt it to five new characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small network decides how every parameter moves towards five new characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A space in which examples of a character gather around their mean; new characters need no training at all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queries are normalised with the statistics of the training classes (population), which stand for the running averages of the authors' network. Departures: 20,000 episodes (ten halvings) where the authors stop when validation no longer improves and then train once more with the validation classes added; these stay held out here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A query takes the labels of the examples that it is most like; new characters need no training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queries are normalised with the statistics of the training classes (population); a prediction never depends on other queries. Cosines of features, without full context, as in the paper's figures for Omniglot. Departures: the paper states neither its optimizer nor how long it trains; Adam for 40,000 episodes, halved eight times, is this program's choice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second network learns how well a pair of characters goes together; new characters need no training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transductive: the queries of a task are normalised together, as in the authors' program, which never leaves training mode; here the support set is among them. Departures: pairs are normalised each by itself, the characters are split as by Vinyals et al. 2016, the first two convolutions are padded, and training ends after 200,000 episodes where the authors' goes on to 1,000,000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Features with which ridge regression, solved in one formula, tells new characters apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queries are normalised with the statistics of the training classes (population), which stand for the running averages of the authors' network. Departures: the shots of training tasks are those of the test (the authors draw them at random, 10 examples for each class in all), 20,000 episodes (ten halvings) where the authors stop when validation no longer improves, and the regression has no bias, which would be the same for all classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Features with which a regression of given strength tells new characters apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queries are normalised with the statistics of the training classes (population), as running averages would give; a prediction never depends on other queries. No published figure for this task: tasks and outer loop are those of R2D2 on Omniglot, with a regression of given strength and the usual Conv4, where the paper has ResNet-12 and photographs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Features with which a support vector machine tells new characters apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queries are normalised with the statistics of the training classes (population), as running averages would give; a prediction never depends on other queries. No published figure for this task: the outer loop is that of R2D2 on Omniglot, with a support vector machine and the usual Conv4, where the paper has ResNet-12 and photographs; training tasks have 20 classes, as the cost of the machine grows with the cube of its examples and classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean codes of all characters of a task stand beside each query, and a decoder says which it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queries are normalised with the statistics of the training classes (population), as running averages would give; a prediction never depends on other queries. Departures: the learner is the usual Conv4 and the decoder has layer norm; the authors do not give their schedule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The characters of a task, with their labels, and a query are read as one sequence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queries are normalised with the statistics of the training classes (population), as running averages would give; a prediction never depends on other queries. Departures: the support set has the usual number of examples per class, in random order; dilations start at 1; the learning rate and the number of tasks are the program's.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network with a memory reads the characters of a task one by one and looks the query up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queries are normalised with the statistics of the training classes (population), as running averages would give; a prediction never depends on other queries. Departures: the published figures are the second and the fifth instance of each class in sequences of 50, with class labels one step late; here the support set is read once, labels come with the examples, look-ups are sharper (10), and each query is the step after it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An encoder reads the examples of five characters and says how the network should be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transductive: the queries of a task are normalised together. No published figure for this task: the schedule is that of the other models that adapt in one pass; the characters are split as by Vinyals et al. 2016 and turned at random, and the test is on the checkpoint that was best on validation classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No meta-learning: one classifier of all training characters, and a new last layer for five new ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queries are normalised with the statistics of the training classes (population), as running averages would give; a prediction never depends on other queries. No published figure for this task: the paper has photographs. Batches of 64 and 40,000 iterations are the choice of this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No meta-learning: a classifier that compares directions, and a new last layer for five characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transductive: the queries of a task are normalised together. No published protocol: a yardstick for the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transductive in name only: there is no network and nothing to normalise. No published protocol: a yardstick for the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Omniglot 5-way 5-shot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Omniglot 20-way 1-shot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A starting point from which a few gradient steps tell twenty new characters apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean over the support set. The authors' code sums over its 20 × K examples and divides by K, so its step size of 0.1 is 2.0 here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean over the mini-batch, as in the authors' program; its inner rate of 0.0005 is 0.0005 here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the last layer adapts to twenty new characters, on features that were learnt for that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the features are adapted to twenty new characters; the last layer stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sixteen steps near the shared network tell twenty new characters apart; none need be remembered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAML made stable: learnt step sizes, losses and norms of every step, for twenty new characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picks tasks that represent a pool, and learns a step size for every layer, for twenty new characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adaptation to twenty new characters and a pull towards the shared network take turns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learns a step size for every parameter, and adapts to twenty new characters in one step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learns how gradients should be bent before each step towards twenty new characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gates that see gradient, loss and value of each parameter adapt it to twenty new characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small network decides how every parameter moves towards twenty new characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network with a memory reads twenty new characters one by one and looks the query up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queries are normalised with the statistics of the training classes (population), as running averages would give; a prediction never depends on other queries. No published figure for this task: the paper has 5 and 15 classes. The support set is read once, labels come with the examples, look-ups are sharper (10), and each query is the step after it; the memory is as large as in the paper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An encoder reads the examples of twenty characters and says how the network should be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No meta-learning: one classifier of all training characters, and a new last layer for twenty new ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No meta-learning: a classifier that compares directions, and a new last layer for twenty characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Omniglot 20-way 5-shot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mini-ImageNet 5-way 1-shot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A starting point from which five gradient steps tell five new sorts of photographs apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean over the support set. The authors' code sums over its 5 × K examples and divides by K, so its step size of 0.01 is 0.05 here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transductive: the queries of a task are normalised together, as in the authors' program. Departures: the meta-gradient is shortened as a whole where it is longer than 10 (the authors cut each of its numbers to ±10), and the test is on the checkpoint that was best on validation classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAML without second derivatives, on photographs: nearly as good and much cheaper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No queries and no second derivatives: the starting point moves to where training on each task ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queries are normalised with the statistics of the support set (per_query), as the figure is the one that is not transductive. Departures: Adam's second moments start afresh on each task, the authors normalise a query together with the support set, and the test is on the checkpoint that was best on validation classes, where theirs is on the last one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the last layer adapts to five new sorts of photographs, on features that were learnt for that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean over the support set: a step size of 0.05 is 0.05 on the mean loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transductive: the queries of a task are normalised together. Tasks, network and outer loop are those of MAML on mini-ImageNet, as are step size and number of steps, which the authors may have chosen otherwise. Departures: the meta-gradient is shortened as a whole where it is longer than 10 and the test is on the checkpoint that was best on validation classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAML made stable, on photographs: learnt step sizes, losses and norms of every step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transductive: the queries of a task are normalised together. Departures: the figure is that of the authors' three best checkpoints together, where here the test is on the checkpoint that was best on validation classes alone, and the step size is their one for Omniglot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learns a step size for every parameter, and adapts to photographs of new classes in one step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transductive: the queries of a task are normalised together. Tasks, network and outer loop are those of MAML on mini-ImageNet. Departures: the meta-gradient is shortened as a whole where it is longer than 10 and the test is on the checkpoint that was best on validation classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gates that see gradient, loss and value of each parameter decide how a network learns photographs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean over the support set: a step size of 0.01 is 0.01 on the mean loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transductive: the queries of a task are normalised together. Departures: every inner step sees the whole support set, and the test is on the checkpoint that was best on validation classes; the authors' batch norm keeps running averages within a task.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A space in which photographs of a class gather around their mean; new classes need no training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queries are normalised with the statistics of the training classes (population), which stand for the running averages of the authors' network. Departures: 20,000 episodes (ten halvings) where the authors stop when validation no longer improves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A query takes the labels of the photographs that it is most like; new classes need no training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queries are normalised with the statistics of the training classes (population), as running averages would give; a prediction never depends on other queries. With full context, as in the figure. Departures: Adam for 40,000 episodes, halved eight times, is this program's choice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second network learns how well a pair of photographs goes together; new classes need no training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transductive: the queries of a task are normalised together, as in the authors' program, which never leaves training mode; here the support set is among them. Departures: pairs are normalised each by itself, the first two convolutions are padded, and training ends after 200,000 episodes where the authors' goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Features with which ridge regression, solved in one formula, tells new sorts of photographs apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queries are normalised with the statistics of the training classes (population), which stand for the running averages of the authors' network. Departures: no dropout, the shots of training tasks are those of the test, 20,000 episodes (ten halvings) where the authors stop when validation no longer improves, and the regression has no bias.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A deep network (ResNet-12) learns features with which ridge regression tells apart new sorts of photographs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queries are normalised with the statistics of the training classes (population), which stand for the running averages of the authors' network. Departures: no DropBlock, no label smoothing and no changed copies of the pictures, all of which the authors have, and the learning rate falls along a cosine where theirs falls in three steps. Expect a lower figure. Made for a GPU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A deep network (ResNet-12) learns features with which a support vector machine separates new sorts of photographs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queries are normalised with the statistics of the training classes (population), as running averages would give; a prediction never depends on other queries. Departures: no changed copies of the pictures, which the authors' training has, and 240,000 batches (100 passes over the training classes) where they make 400 passes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queries are normalised with the statistics of the training classes (population), as running averages would give; a prediction never depends on other queries. Departures: no changed copies of the pictures, which the authors' training has, and Adam with batches of 64 in place of their schedule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mini-ImageNet 5-way 5-shot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your pictures 3-way 5-shot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A starting point from which a few steps tell three new classes apart: at least nine classes of ten pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transductive: the queries of a task are normalised together. No published protocol: the pictures are yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder with a folder for each class, at least nine, with ten pictures each. Good and quick.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queries are normalised with the statistics of the training classes (population), as running averages would give; a prediction never depends on other queries. No published protocol: the pictures are yours.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
