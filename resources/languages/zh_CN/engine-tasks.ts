<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>engine-tasks</name>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is an absolute path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>begins with a drive letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leads out of the archive with '..'</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no PNG picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>claims {0} × {1} pixels; at most {2} are read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} holds more than {1} files; this is not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} unpacks to more than {1} bytes; this is not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 picture was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} pictures were</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is larger than {0} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>claims more pixels than can be shown: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is damaged: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} does not exist; a zip archive or a folder is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no intact zip archive: {1}. It may have been cut short; delete it and fetch it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} left out of {1}: {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is compressed in a way that cannot be read: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be read: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be opened: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is there twice; the first one is used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no plain file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} does not say what the array is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be read: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has changed since it was written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer within {0} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sends another file: its {0} is {1}, not {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give one checksum, md5 or sha256: what comes from elsewhere is always verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no address to download {0} from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the connection and try again, or fetch the file with a browser from one of these addresses and put it at {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the connection ended after {0} of {1} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not https</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be written to: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking {0} for {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} could not be downloaded:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answers {0} {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloading {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be written: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is complete but cannot be renamed to {1}: {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sends another part of the file than the one asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sends {0} bytes where about {1} are expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sends more than {0} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leads to {0}, which is not https</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for another program that downloads {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bytes {0}-</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tasks are numbered 0, 1, 2, …; {0} is not a run of such numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing glyphs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}.npy holds {1} {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kept drawing of glyphs was damaged and is made anew: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The glyphs could not be kept, so they are drawn again next time: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shows nothing that stands out from its edge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a {0} task asks for {1} pictures of each class (shots {2}, queries {3}); {4} has {5}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dataset.rotations: quarter turns need square pictures; these are {0} × {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} classes asked for in a {1} task; the split has {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose the folder with the pictures of mini-ImageNet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes with more than {0} pictures, of which mini-ImageNet has {1}; the first by name are used: {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of the 100 classes of mini-ImageNet: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has no pictures of {1}. It should hold a folder for each class (n01532829 and so on), or pictures such as images/n0153282900000005.jpg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for mini-ImageNet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is in a list, and not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} should have the columns filename and label in its first line, and then pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has classes that are not for {1} in the split of Ravi and Larochelle 2017: {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes with fewer than the {0} pictures of mini-ImageNet: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be read as a list of pictures: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dataset.folder: {0} does not hold Omniglot. It needs images_background.zip and images_evaluation.zip, or the folders images_background and images_evaluation, or an omniglot folder with them. Empty the setting to have them downloaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is larger than 1 MB, so it is no list of characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>images_background has {0} alphabets; the original split needs more than {1}, as that many are for validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} does not hold Omniglot: images_background.zip and images_evaluation.zip, or these two unpacked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no folder {0}; empty it to download Omniglot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} lists {1} characters; the {2} list of this split has {3}. Delete it to have it downloaded again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} names characters that the pictures in {1} do not have: {2}. The archives are not complete; delete them to have them downloaded again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no text file: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1} is not of the form Alphabet/characterNN/rotNNN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not the published list (its SHA-256 differs); its characters are used as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1} is in the {2} list, too; no split may share it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arcadian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Armenian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balinese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bengali</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Braille</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cyrillic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Futurama</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grantha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greek</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gujarati</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Korean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sanskrit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tagalog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tifinagh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Angelic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Atlantean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Avesta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Glagolitic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gurmukhi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kannada</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keble</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Malayalam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manipuri</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mongolian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oriya</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sylheti</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tengwar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tibetan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not the official archive (its MD5 is {1}, not {2}); its pictures are used as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the files of Omniglot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}.npy holds {1} {2}, not what {3}.json says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is {0} × {1}; pictures of Omniglot are {2} × {3}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Characters without a picture that can be read, left out: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Characters that do not have {0} pictures: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alphabets that are not as in the official archives: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}.json does not describe Omniglot: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no picture of Omniglot in {0}; they should be Alphabet/characterNN/NNNN_NN.png, {1} × {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} and {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same picture is there twice within a character: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} ({1} characters, officially {2})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was kept of Omniglot was damaged, so its pictures are read anew: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not in a folder Alphabet/characterNN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pictures of Omniglot could not be kept, so they are read again next time: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading Omniglot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no JPEG, PNG, GIF, BMP or WebP picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}. Pictures are {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files that are not read: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders without a picture, which are no classes: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has no folders with pictures ({1}) in them; it should hold one folder for each class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no ending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has two lists for {1}, {2} and {3}; keep one of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is in no folder of a class in train, validation or test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is in no folder of a class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be read as a list of classes: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the pictures in {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same picture is there twice, and used both times: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} changes while it is read: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}.json does not describe pictures: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no picture in {0} can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was kept of {0} was damaged, so its pictures are read anew: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The small pictures could not be kept, so they are made again next time: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or set dataset.split to dealt, which deals the classes out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes with fewer than the {0} pictures that a task asks for (shots {1}, queries {2}), left out: {3}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose the folder with your pictures, one folder in it for each class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} says twice which classes are for what: by folders for {1}, and by lists for {2}. Take the lists away, {3}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has classes for {1}, and none for {2}; name some, {3}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lists in {0} name classes that have no pictures there: {1}. They need the name of one folder in each line; correct them, {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes that are in no list, and not used: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose fewer ways, at most {0} with as many in training, or add classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add classes: one folder for each, side by side in the chosen folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the folder {0} was taken for a class. {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 class is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} classes are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no folder {0}; {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} for {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dataset.ways: {0} too few for tasks of {1} classes, as no two splits may share one: {2} are needed ({3}). {4}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: class {1} is in {2} and in {3}. The test needs classes that training has not met: give each split its own, {4}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dataset.ways: {0} classes asked for in a {1} task; {2} of its {3} have enough pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing sine waves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} does not say which classes and examples a task holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be trained on as one task of all its classes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
