<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>settings</name>
    <message>
        <source>Dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Algorithm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inner loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outer loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn an initialisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn the update rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn a metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solve the head in closed form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn a model that adapts in one pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yardsticks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Glyphs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1,200 invented characters with 20 handwritten examples each, 28 × 28, drawn by the program itself. Nothing to download; a stand-in for Omniglot that is there from the first minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mini-ImageNet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>100 classes of ImageNet with 600 photographs each, in colour, 84 × 84; 64 / 16 / 20 classes. ImageNet may not be passed on: point to the pictures that you have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Omniglot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1,623 handwritten characters of 50 alphabets, each drawn by 20 people; 28 × 28. Downloaded once (16 MB, MIT licence), or read from files that you already have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder of yours with one folder of pictures for each class: JPEG, PNG, GIF, BMP or WebP. They stay where they are, and are never sent anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sinusoid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each task is a sine wave with its own amplitude (0.1 to 5) and phase (0 to π), seen at a few points between −5 and 5. Nothing to download; a network learns to bend onto a new wave in one step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conv4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four blocks of 3×3 convolution, normalization and ReLU; the usual network of the field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MLP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fully connected layers with ReLU. Pictures are laid out as one row of pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R2D2 network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocks of 3×3 convolution, normalization, 2×2 max-pool and leaky ReLU, wider and wider; the last two blocks are the features. Without the dropout of the paper, which its authors turn off for Omniglot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ResNet-12</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four residual blocks of three 3×3 convolutions, each halving the picture while it has 2 pixels a side. Without the DropBlock of the paper: no random numbers go through a learner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ANIL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAML's strength lies in the features that it learns, and less in changing them for a task: so here the inner loop adapts the last layer alone. The features of a support set are computed once and every step is cheap; the outer loop moves body and head alike.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No meta-learning at all: one classifier learns to tell all training classes apart, as classifiers always do. For a new task the network stays as it is, and a new linear layer is trained on the support set. What a meta-learner gains over this is what it is worth.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Baseline++</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Baseline, but the last layer compares directions: the output for a class is the cosine between the features and the class's weights. Features of one class then lie closer together, which helps with few examples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BOIL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The opposite of ANIL: the inner loop changes the features of a task and leaves the last layer alone, so that examples must move towards the fixed directions of their classes. Its authors find it better where tasks come from another domain than the training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CNP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encodes each example of the support set by itself and averages the codes: that mean is all that is known of the task, whatever the order of the examples. A decoder reads it together with a query. For regression it tells a mean and how sure it is; for classification each class has a mean of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From scratch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts every task from the same random parameters and trains on its support set alone. Nothing is carried over from other tasks, so there is no meta-training: the run only measures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iMAML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds each task's parameters near the shared ones while they adapt. Where adapting has come to rest, the meta-gradient follows from that place alone, by solving a linear system: the way there need not be remembered, so inner loops can be as long as one likes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learned optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaces the rule of the inner loop by a small network. For every parameter it sees the gradient, a running mean of the gradients, and the value, and says how to correct the step. The outer loop trains this network and the starting point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks for a starting point θ from which a few gradient steps solve any task of the family. The inner loop takes those steps on the support set; the outer loop moves θ so that the loss on the queries falls after them. The exact form differentiates through the inner loop, the first-order form leaves that out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAML++</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAML with what makes it train well: early on, the loss after every inner step counts and not only the last one; every layer learns a step size for each step; every step has scales and shifts of its own in the normalisation; second derivatives may wait until the network has settled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MANN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A recurrent network with a memory beside it reads the examples one by one, their labels with them or one step late. New things go where the memory was used least; a query finds what was alike, and with it the label. The network learns what to keep and how to look it up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matching Networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A query looks at all support examples, most at those that are most like it, and takes their labels in that proportion. With full context the support examples are read in the light of each other, and the query in the light of all of them, so that the same picture may be seen differently in another task.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MBML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model-based meta-learning: a meta-model keeps the shared parameters and the strategy of training, an inner step size for every layer. In each iteration it picks tasks that represent a larger pool, adapts to them, improves both on their queries, and moves the shared parameters part of the way there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MEML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model-enhanced meta-learning: a task's model adapts for some steps and is then pulled back towards the shared one, several times over. The shared model moves towards where the tasks' models come to lie. Without the pull, and in one round, it is Reptile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-Curvature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learns along with the starting point θ how gradients should be bent before a step is taken: small matrices, one for the outputs, one for the inputs and one for the places of each kernel, mix the gradient's numbers. They begin as identities, so that it begins as MAML.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-LSTM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A gradient step has the form of an LSTM cell: what was there is kept in part, something new is added. Here both parts are decided by gates that see each parameter's gradient, its loss and its value, so that step size and forgetting are learnt, and so is the starting point. All parameters share one small network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-SGD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learns not only where to start but also how far, and in which direction, each parameter should move: a step size a for every one of them, positive or negative, trained by the outer loop like the starting point θ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MetaOptNet, ridge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MetaOptNet with ridge regression in place of the support vector machine: the last layer of a task is the regression's solution, differentiated through. Unlike in R2D2 its strength λ is given and not learnt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MetaOptNet, SVM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learns features with which a support vector machine separates the classes of a new task. The machine is the solution of a small convex problem, found by an interior point method and differentiated where it was found: the way there need not be remembered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest neighbour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A query gets the label of the support example that it is most like, number by number. No network, nothing learnt: the run only measures how far raw similarity goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prototypical Networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learns a space in which examples of a class gather around their mean, the prototype. A new task needs no training: its prototypes are computed from the support set, and a query belongs to the nearest one. With squared distance this is a linear classifier whose weights are the prototypes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R2D2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learns features with which ridge regression solves a new task. The last layer of a task is the regression's solution, in one formula, and the outer loop differentiates through it. How strongly it is held back, λ, is learnt along with the features.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relation Networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not choose a distance, but learns it: a second network looks at the features of a class beside those of a query and says how well they go together. On feature maps it is convolutional, so that it can compare what lies at the same place of both pictures (Conv4 with 2 pooled blocks, as published).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reptile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trains on one task for a few steps, then moves the starting point a little towards where that training ended, and repeats. It needs no queries and no second derivatives. To first order it follows the same direction as MAML: tasks' gradients that agree are reinforced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SimpleShot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No meta-learning: the features of an ordinary classifier of all training classes, moved so that their mean is 0 and scaled to length 1. A query belongs to the class whose mean is nearest. Simple, quick, and hard to beat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SNAIL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads a task as a sequence: the examples with their labels, then a query without one. Convolutions over time gather what came before, attention looks up single examples, and both take turns. How to use the examples is learnt altogether: nothing in the network is made for classes or distances.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task-conditioned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An encoder reads the support set and says how the network should be for this task: which channels are open, how each is scaled and shifted, and what the last layer is. What gradient steps would have to find, a network that has seen many tasks tells at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star</source>
        <translation>星标</translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before adaptation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was learnt at the best checkpoint, as a file of safetensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network before it meets a task, for programs that run ONNX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TensorBoard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All numbers of the run's course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MLflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings, numbers and weights, added to a database of MLflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The experiment as a TOML file, which innerloop train reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One line for the terminal that trains the same experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A short program that trains the same experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ways</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of classes in a task.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labelled examples of each class that a task adapts on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples of each class that the adapted model is measured on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ways in training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes in a training task, where it differs from evaluation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shots in training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support examples per class in a training task, where it differs from evaluation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queries in training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query examples per class in a training task, where it differs from evaluation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What quarter turns of the pictures are used for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each quarter turn of a class is a class of its own: four times as many classes, in every split.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quarter turns are classes of their own in training; evaluation sees upright pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each class of a task is turned by a random quarter turn, in every split.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>classes in training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Font</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which random font: its characters, and how they are split into training, validation and test.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder with a folder for each class (n01532829 and so on), also within train, val and test; or with pictures such as images/n0153282900000005.jpg and the lists train.csv, val.csv and test.csv. Pictures of another size are scaled to 84 × 84. Values go from 0, black, to 1, white, and no mean is taken off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which characters are for training, for validation and for the test.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1,028 / 172 / 423 characters, the lists that most papers report on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training on the background alphabets but five, validation on these five, test on the evaluation alphabets (659 characters).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1,028 / 172 / 423 characters dealt out at random, whatever their alphabet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vinyals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seeded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which random split. With the original split: which 5 of the 30 background alphabets are for validation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I already have the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder with images_background.zip and images_evaluation.zip, or with these two unpacked, or with such an omniglot folder in it. Empty looks below the data folder and downloads what is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder with your pictures: in it one folder for each class, named as the class is called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width and height that pictures are scaled to; of a longer side the middle is kept. Usual are 28, 32 and 84. Values go from 0, black, to 1, white, and no mean is taken off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red, green and blue; off makes pictures grey, a third as large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which classes are for training, for validation and for the test.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the folder says: classes in folders train, validation and test, or lists train.txt, validation.txt and test.txt with a class in each line. Without these as below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dealt out by the names of the classes: always the same for the same classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dealt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes that are kept for validation where they are dealt out; at least as many as a task has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>16 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes that are kept for the test where they are dealt out; at least as many as a task has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>20 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which split, where classes are dealt out: another number deals them out otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points that a task adapts on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points that the adapted model is measured on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normalization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How activations are normalised between the layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch norm: statistics over the examples of one task; never shared between tasks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer norm: statistics over one example.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group norm: statistics over groups of channels of one example.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No normalization.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query normalization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose statistics normalise the queries of a task. Say it with every figure that you report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The queries of a task are normalised together, so each one sees the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statistics of the support set only; a query's prediction never depends on other queries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statistics of the training classes, as running averages would give (metric learners).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>transductive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>population</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels of each block.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downsampling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How each block halves the picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convolutions of stride 2, then the mean over what is left (MAML on Omniglot).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A 2×2 max-pool after each block (Prototypical Networks, mini-ImageNet).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stride</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max pool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pooled blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many of the blocks are pooled, from the first on; with fewer than 4 the features are larger maps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of each hidden layer, joined by hyphens: 40-40 for the sinusoid, 256-128-64-64 for Omniglot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels of each block, joined by hyphens; at least two blocks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels of each residual block, joined by hyphens; one block for each number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is made of the last block's maps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their mean over the picture: one number for each channel (Oreshkin et al. 2018).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of their pixels, as Lee et al. do, who take no mean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inner learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step size α of the inner loop, on the mean loss over the support set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inner steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient steps on the support set of each training task.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples of any training classes in each training step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine-tuning epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passes over the support set in which the last layer of a new task is trained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine-tuning batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support examples in each step of these passes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine-tuning momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the last step that is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine-tuning dampening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of each new gradient that the momentum leaves out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine-tuning weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pull of the last layer's weights towards 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cosine scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factor s on the cosine before the softmax, in training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cosine scale of a task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same for the last layer of a new task.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units in each layer of encoder and decoder, and numbers in the code of an example; 128 in the paper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoder layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear layers that turn an example and its value into a code. For classification the learner is the encoder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decoder layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear layers that read the task's code and a query; 5 in the paper, for regression.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step size of the training on the support set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient steps on the support set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient steps towards the place where a task comes to rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regularisation λ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strongly a task's parameters are held near the shared ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conjugate gradient steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps of the solver of the linear system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the network that corrects the steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decay μ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the running mean of the gradients that is kept at each step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take gradients of the support set as given, and do not differentiate through them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow mean ∇L_Q(φ_K) and leave second derivatives out: cheaper, often nearly as good (FOMAML).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First step size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The inner learning rate; where every learnt one starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss of every step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the loss after each inner step count at first, and in the end only the last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fade until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iteration from which on only the loss after the last step counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn step sizes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn an inner step size for each layer and step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normalization per step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn scales and shifts of the normalisation for each step, and do not adapt them to a task.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First order until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iteration up to which second derivatives are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Late labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A label comes one step after its example, as in the paper, where each example is also a query. Here queries come last, so labels may come with the examples, and that is learnt much sooner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Controller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the LSTM that reads the sequence; 200 in the paper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory slots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of the memory; 128 in the paper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slot width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers in a row of the memory; 40 in the paper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slots that are looked up, and written, in each step; 4 in the paper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sharpness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factor on the cosine before the softmax. The paper has 1, with which every look-up is nearly the mean of the whole memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage decay γ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of a slot's usage is left after a step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factor s on the cosine before the softmax; larger ones attend more sharply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embed support examples by an LSTM that reads all of them, and queries by one that attends to them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processing steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often a query attends to the support set before it is compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the learnt step size of every layer starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks that are drawn for each one that is trained on, m; the most different are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step of the shared model γ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>γ/σ² is the share of an outer step that the parameters follow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variance σ²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the improved parameters may lie from the shared ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take gradients of the support set as given: cheaper, often nearly as good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often adaptation and pull take turns, R.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pull</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step size β of the pull towards the shared model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far tasks' models may lie from the shared one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the input gate starts, which is the step size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the LSTM that reads gradient and loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take gradients and losses of the support set as given, and do not differentiate through them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where every learnt step size starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>λ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strongly the regression is held back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the learnt factor γ on the regression's outputs starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What an example on the wrong side of its margin costs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solver steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps of the interior point method; more where features or C are large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stabilizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is added to the diagonal of the products of features, so that the problem has one solution only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the learnt factor γ on the machine's outputs starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How near a query is to a prototype.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Squared Euclidean distance, as the paper finds best.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cosine similarity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>euclidean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cosine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factor on the cosine before the softmax.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First λ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the learnt strength of the regularisation starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the learnt factor on the regression's outputs starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the scores of a query and all classes are held to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each score, between 0 and 1, is regressed to 1 for its class and 0 for others (paper).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The softmax of a query's scores is a distribution over the classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>squared error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cross entropy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relation filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels of both blocks of the relation module; units of its first layer where features are no maps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relation units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units of the layer before a pair's score.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step size of the inner optimizer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimizer steps on each training task.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inner optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule of the inner loop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam with β₁ = 0, as the authors use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain gradient descent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sgd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inner batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support examples in each inner step of a training task.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inner batch size, evaluation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support examples in each inner step when measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as in training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is done to features before distances are taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Centred by the mean of the training classes, then scaled to length 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scaled to length 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cl2n</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>l2n</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>un</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels of each convolution, 128 in the paper. The three attention blocks have keys of ½, 2 and 4 times as many, and values of ¼, 1 and 2 times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convolutions per block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number k sees 2ᵏ⁻¹ elements back. With ⌈log₂ T⌉ of them a block spans a sequence of T: 3 for 5 ways and 1 shot (T = 6), 5 for 5 shots or 20 ways, 7 for both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale and shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The task scales and shifts each normalised channel (FiLM).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The task opens and shuts each channel: a factor between 0 and 1 after the ReLU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers that describe a task, and units in the networks that read and use them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outer steps in the whole run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks whose gradients are averaged for one outer step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule that turns the meta-gradient into a step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam: a step size for each parameter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient descent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient descent that looks ahead along its momentum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nesterov</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pull of the networks' parameters towards 0, added to the meta-gradient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outer learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step size β (Reptile: ε) of the outer loop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the outer learning rate changes over the run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same from the first iteration to the last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falls in a straight line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falls along half a cosine to 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Halves at fixed distances.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>constant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>halving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Halve every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations after which the outer learning rate halves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Final learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the schedule ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clip gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest norm of the meta-gradient; longer ones are shortened to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not clipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluate every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations between two measurements on the validation tasks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks in each measurement; always the same ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inner steps when measured, where they differ from training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks of the one test at the end, on the best checkpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop early after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End training after so many evaluations in a row without a better validation result. The test is made with the best checkpoint, as always.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>evaluations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The processor that trains.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A GPU where there is one, else the CPU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The CPU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An NVIDIA (or ROCm) GPU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The GPU of an Apple computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cpu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cuda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mapping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the tasks of a meta-batch are run; every choice gives the same gradient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is known to be fastest for this experiment; the run's log says what was taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One task after another; needs the least memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All tasks at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traced and compiled, which takes minutes for pictures; needs a C++ compiler.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sequential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vectorised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compiled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many tasks a vectorised or compiled mapping holds in memory together, in each process. Where memory runs out, fewer are taken, and the run says so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as many as fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In which precision meta-gradients are computed; all else has 32 bits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>32 bits throughout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>16 bits where networks multiply; quicker on processors that are made for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bfloat16 where it is quicker and gives the same meta-gradient, nearly; the run's log says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>float32</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bfloat16</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How pictures and kernels lie in memory; every choice gives the same gradient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels innermost where that is known to be quicker: one network over many pictures, on a CPU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel by channel, each a whole picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixel by pixel, each with all its channels; needs batch or no normalization.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contiguous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channels last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processes that share the tasks of a meta-batch and of a measurement, this program among them. Each of the others takes some 300 MB of memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>processes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoint every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations between two checkpoints; a crash loses no more than that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the run is called; empty names it after its settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anything you want to remember about this run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of the sweep that the run belongs to; runs of one sweep are shown together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where every random choice of the run comes from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which dataset the experiment uses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which learner the experiment uses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which algorithm the experiment uses.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
