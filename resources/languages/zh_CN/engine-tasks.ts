<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>engine-tasks</name>
    <message>
        <source>is an absolute path</source>
        <translation>是绝对路径</translation>
    </message>
    <message>
        <source>begins with a drive letter</source>
        <translation>以驱动器号开头</translation>
    </message>
    <message>
        <source>leads out of the archive with '..'</source>
        <translation>用“..”指向压缩包之外</translation>
    </message>
    <message>
        <source>is no PNG picture</source>
        <translation>不是 PNG 图片</translation>
    </message>
    <message>
        <source>claims {0} × {1} pixels; at most {2} are read</source>
        <translation>声称有 {0} × {1} 像素；最多读取 {2}</translation>
    </message>
    <message>
        <source>{0} holds more than {1} files; this is not read</source>
        <translation>{0} 含有超过 {1} 个文件；不予读取</translation>
    </message>
    <message>
        <source>{0} unpacks to more than {1} bytes; this is not read</source>
        <translation>{0} 解压后超过 {1} 字节；不予读取</translation>
    </message>
    <message>
        <source>1 picture was</source>
        <translation>1 张图片</translation>
    </message>
    <message>
        <source>{0} pictures were</source>
        <translation>{0} 张图片</translation>
    </message>
    <message>
        <source>is larger than {0} bytes</source>
        <translation>大于 {0} 字节</translation>
    </message>
    <message>
        <source>claims more pixels than can be shown: {0}</source>
        <translation>声称的像素数超出可显示范围：{0}</translation>
    </message>
    <message>
        <source>is damaged: {0}</source>
        <translation>已损坏：{0}</translation>
    </message>
    <message>
        <source>{0} does not exist; a zip archive or a folder is needed</source>
        <translation>{0} 不存在；需要 zip 压缩包或文件夹</translation>
    </message>
    <message>
        <source>{0} is no intact zip archive: {1}. It may have been cut short; delete it and fetch it again</source>
        <translation>{0} 不是完好的 zip 压缩包：{1}。可能未下载完整；请删除后重新获取</translation>
    </message>
    <message>
        <source>{0} left out of {1}: {2}</source>
        <translation>{1} 中未采用 {0}：{2}</translation>
    </message>
    <message>
        <source>is compressed in a way that cannot be read: {0}</source>
        <translation>压缩方式无法读取：{0}</translation>
    </message>
    <message>
        <source>cannot be read: {0}</source>
        <translation>无法读取：{0}</translation>
    </message>
    <message>
        <source>is a link</source>
        <translation>是链接</translation>
    </message>
    <message>
        <source>cannot be opened: {0}</source>
        <translation>无法打开：{0}</translation>
    </message>
    <message>
        <source>is there twice; the first one is used</source>
        <translation>出现了两次；采用第一个</translation>
    </message>
    <message>
        <source>is no plain file</source>
        <translation>不是普通文件</translation>
    </message>
    <message>
        <source>{0} does not say what the array is</source>
        <translation>{0} 没有说明数组的内容</translation>
    </message>
    <message>
        <source>{0} cannot be read: {1}</source>
        <translation>无法读取 {0}：{1}</translation>
    </message>
    <message>
        <source>{0} has changed since it was written</source>
        <translation>{0} 在写入之后被更改过</translation>
    </message>
    <message>
        <source>no answer within {0} s</source>
        <translation>{0} 秒内没有响应</translation>
    </message>
    <message>
        <source>sends another file: its {0} is {1}, not {2}</source>
        <translation>发来的是另一个文件：其 {0} 为 {1}，而不是 {2}</translation>
    </message>
    <message>
        <source>give one checksum, md5 or sha256: what comes from elsewhere is always verified</source>
        <translation>请给出一个校验和，md5 或 sha256：来自别处的文件总要经过校验</translation>
    </message>
    <message>
        <source>no address to download {0} from</source>
        <translation>没有可下载 {0} 的地址</translation>
    </message>
    <message>
        <source>Check the connection and try again, or fetch the file with a browser from one of these addresses and put it at {0}</source>
        <translation>请检查网络连接后重试，或用浏览器从上述某个地址获取该文件，并放到 {0}</translation>
    </message>
    <message>
        <source>the connection ended after {0} of {1} bytes</source>
        <translation>连接在收到 {1} 字节中的 {0} 字节后中断</translation>
    </message>
    <message>
        <source>{0} is not https</source>
        <translation>{0} 不是 https</translation>
    </message>
    <message>
        <source>{0} cannot be written to: {1}</source>
        <translation>无法写入 {0}：{1}</translation>
    </message>
    <message>
        <source>Asking {0} for {1}</source>
        <translation>正在向 {0} 请求 {1}</translation>
    </message>
    <message>
        <source>{0} could not be downloaded:</source>
        <translation>无法下载 {0}：</translation>
    </message>
    <message>
        <source>answers {0} {1}</source>
        <translation>回应 {0} {1}</translation>
    </message>
    <message>
        <source>Downloading {0}</source>
        <translation>正在下载 {0}</translation>
    </message>
    <message>
        <source>{0} cannot be written: {1}</source>
        <translation>无法写入 {0}：{1}</translation>
    </message>
    <message>
        <source>{0} is complete but cannot be renamed to {1}: {2}</source>
        <translation>{0} 已下载完整，但无法重命名为 {1}：{2}</translation>
    </message>
    <message>
        <source>sends another part of the file than the one asked for</source>
        <translation>发来的不是所请求的那部分文件</translation>
    </message>
    <message>
        <source>sends {0} bytes where about {1} are expected</source>
        <translation>发来 {0} 字节，而预期约为 {1} 字节</translation>
    </message>
    <message>
        <source>sends more than {0} bytes</source>
        <translation>发来的内容超过 {0} 字节</translation>
    </message>
    <message>
        <source>leads to {0}, which is not https</source>
        <translation>指向 {0}，不是 https</translation>
    </message>
    <message>
        <source>Waiting for another program that downloads {0}</source>
        <translation>正在等待下载 {0} 的另一个程序</translation>
    </message>
    <message>
        <source>tasks are numbered 0, 1, 2, …; {0} is not a run of such numbers</source>
        <translation>任务编号为 0、1、2……；{0} 不是这样连续的编号</translation>
    </message>
    <message>
        <source>Drawing glyphs</source>
        <translation>正在绘制字形</translation>
    </message>
    <message>
        <source>{0}.npy holds {1} {2}</source>
        <translation>{0}.npy 的内容为 {1} {2}</translation>
    </message>
    <message>
        <source>The kept drawing of glyphs was damaged and is made anew: {0}</source>
        <translation>保存的字形已损坏，正在重新绘制：{0}</translation>
    </message>
    <message>
        <source>The glyphs could not be kept, so they are drawn again next time: {0}</source>
        <translation>无法保存字形，因此下次会重新绘制：{0}</translation>
    </message>
    <message>
        <source>shows nothing that stands out from its edge</source>
        <translation>没有任何与边缘不同的内容</translation>
    </message>
    <message>
        <source>a {0} task asks for {1} pictures of each class (shots {2}, queries {3}); {4} has {5}</source>
        <translation>{0} 任务要求每个类别有 {1} 张图片（每类样本 {2}，查询样本 {3}）；{4} 有 {5} 张</translation>
    </message>
    <message>
        <source>class {0}</source>
        <translation>类别 {0}</translation>
    </message>
    <message>
        <source>dataset.rotations: quarter turns need square pictures; these are {0} × {1}</source>
        <translation>dataset.rotations：旋转 90° 要求正方形图片；这些图片为 {0} × {1}</translation>
    </message>
    <message>
        <source>every class</source>
        <translation>每个类别</translation>
    </message>
    <message>
        <source>{0} classes asked for in a {1} task; the split has {2}</source>
        <translation>{1} 任务要求 {0} 个类别；该划分有 {2} 个</translation>
    </message>
    <message>
        <source>choose the folder with the pictures of mini-ImageNet</source>
        <translation>请选择存放 mini-ImageNet 图片的文件夹</translation>
    </message>
    <message>
        <source>Classes with more than {0} pictures, of which mini-ImageNet has {1}; the first by name are used: {2}</source>
        <translation>图片超过 {0} 张的类别（mini-ImageNet 有 {1} 张）；按名称采用前面的：{2}</translation>
    </message>
    <message>
        <source>{0} of the 100 classes of mini-ImageNet: {1}</source>
        <translation>mini-ImageNet 100 个类别中的 {0} 个：{1}</translation>
    </message>
    <message>
        <source>{0} has no pictures of {1}. It should hold a folder for each class (n01532829 and so on), or pictures such as images/n0153282900000005.jpg</source>
        <translation>{0} 中没有 {1} 的图片。其中应有每个类别的文件夹（n01532829 等），或 images/n0153282900000005.jpg 这样的图片</translation>
    </message>
    <message>
        <source>Looking for mini-ImageNet</source>
        <translation>正在查找 mini-ImageNet</translation>
    </message>
    <message>
        <source>is in a list, and not there</source>
        <translation>在列表中，但文件不存在</translation>
    </message>
    <message>
        <source>{0} should have the columns filename and label in its first line, and then pictures</source>
        <translation>{0} 的第一行应为列名 filename 和 label，其后为图片</translation>
    </message>
    <message>
        <source>{0} has classes that are not for {1} in the split of Ravi and Larochelle 2017: {2}</source>
        <translation>{0} 中有些类别在 Ravi and Larochelle 2017 的划分中不用于 {1}：{2}</translation>
    </message>
    <message>
        <source>Classes with fewer than the {0} pictures of mini-ImageNet: {1}</source>
        <translation>图片少于 mini-ImageNet 的 {0} 张的类别：{1}</translation>
    </message>
    <message>
        <source>{0} cannot be read as a list of pictures: {1}</source>
        <translation>{0} 不能作为图片列表读取：{1}</translation>
    </message>
    <message>
        <source>dataset.folder: {0} does not hold Omniglot. It needs images_background.zip and images_evaluation.zip, or the folders images_background and images_evaluation, or an omniglot folder with them. Empty the setting to have them downloaded</source>
        <translation>dataset.folder：{0} 中没有 Omniglot。其中需要有 images_background.zip 和 images_evaluation.zip，或文件夹 images_background 和 images_evaluation，或包含它们的 omniglot 文件夹。清空该设置项即可下载</translation>
    </message>
    <message>
        <source>{0} is larger than 1 MB, so it is no list of characters</source>
        <translation>{0} 大于 1 MB，因此不是字符列表</translation>
    </message>
    <message>
        <source>images_background has {0} alphabets; the original split needs more than {1}, as that many are for validation</source>
        <translation>images_background 有 {0} 种文字；原始划分需要超过 {1} 种，因为要留出这么多用于验证</translation>
    </message>
    <message>
        <source>{0} does not hold Omniglot: images_background.zip and images_evaluation.zip, or these two unpacked</source>
        <translation>{0} 中没有 Omniglot：即 images_background.zip 和 images_evaluation.zip，或两者的解压内容</translation>
    </message>
    <message>
        <source>there is no folder {0}; empty it to download Omniglot</source>
        <translation>没有文件夹 {0}；清空该设置项即可下载 Omniglot</translation>
    </message>
    <message>
        <source>{0} lists {1} characters; the {2} list of this split has {3}. Delete it to have it downloaded again</source>
        <translation>{0} 列出 {1} 个字符；该划分的 {2} 列表有 {3} 个。请删除它以重新下载</translation>
    </message>
    <message>
        <source>{0} names characters that the pictures in {1} do not have: {2}. The archives are not complete; delete them to have them downloaded again</source>
        <translation>{0} 中有 {1} 的图片所没有的字符：{2}。压缩包不完整；请删除它们以重新下载</translation>
    </message>
    <message>
        <source>{0} is no text file: {1}</source>
        <translation>{0} 不是文本文件：{1}</translation>
    </message>
    <message>
        <source>{0}: {1} is not of the form Alphabet/characterNN/rotNNN</source>
        <translation>{0}：{1} 不符合 Alphabet/characterNN/rotNNN 的格式</translation>
    </message>
    <message>
        <source>{0} is not the published list (its SHA-256 differs); its characters are used as they are</source>
        <translation>{0} 不是已发表的列表（其 SHA-256 不同）；其中的字符按原样使用</translation>
    </message>
    <message>
        <source>{0}: {1} is in the {2} list, too; no split may share it</source>
        <translation>{0}：{1} 也在 {2} 列表中；任何划分都不得共用它</translation>
    </message>
    <message>
        <source>Arcadian</source>
        <translation>阿卡迪亚文</translation>
    </message>
    <message>
        <source>Armenian</source>
        <translation>亚美尼亚文</translation>
    </message>
    <message>
        <source>Balinese</source>
        <translation>巴厘文</translation>
    </message>
    <message>
        <source>Bengali</source>
        <translation>孟加拉文</translation>
    </message>
    <message>
        <source>Braille</source>
        <translation>布莱叶盲文</translation>
    </message>
    <message>
        <source>Cyrillic</source>
        <translation>西里尔文</translation>
    </message>
    <message>
        <source>Futurama</source>
        <translation>飞出个未来文</translation>
    </message>
    <message>
        <source>Grantha</source>
        <translation>格兰塔文</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>希腊文</translation>
    </message>
    <message>
        <source>Gujarati</source>
        <translation>古吉拉特文</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>希伯来文</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>朝鲜文</translation>
    </message>
    <message>
        <source>Latin</source>
        <translation>拉丁文</translation>
    </message>
    <message>
        <source>Sanskrit</source>
        <translation>梵文</translation>
    </message>
    <message>
        <source>Tagalog</source>
        <translation>他加禄文</translation>
    </message>
    <message>
        <source>Tifinagh</source>
        <translation>提非纳文</translation>
    </message>
    <message>
        <source>Angelic</source>
        <translation>天使文</translation>
    </message>
    <message>
        <source>Atlantean</source>
        <translation>亚特兰蒂斯文</translation>
    </message>
    <message>
        <source>Avesta</source>
        <translation>阿维斯陀文</translation>
    </message>
    <message>
        <source>Glagolitic</source>
        <translation>格拉哥里文</translation>
    </message>
    <message>
        <source>Gurmukhi</source>
        <translation>古木基文</translation>
    </message>
    <message>
        <source>Kannada</source>
        <translation>卡纳达文</translation>
    </message>
    <message>
        <source>Keble</source>
        <translation>基布尔文</translation>
    </message>
    <message>
        <source>Malayalam</source>
        <translation>马拉雅拉姆文</translation>
    </message>
    <message>
        <source>Manipuri</source>
        <translation>曼尼普尔文</translation>
    </message>
    <message>
        <source>Mongolian</source>
        <translation>蒙古文</translation>
    </message>
    <message>
        <source>Oriya</source>
        <translation>奥里亚文</translation>
    </message>
    <message>
        <source>Sylheti</source>
        <translation>锡尔赫特文</translation>
    </message>
    <message>
        <source>Tengwar</source>
        <translation>腾格瓦文</translation>
    </message>
    <message>
        <source>Tibetan</source>
        <translation>藏文</translation>
    </message>
    <message>
        <source>{0} is not the official archive (its MD5 is {1}, not {2}); its pictures are used as they are</source>
        <translation>{0} 不是官方压缩包（其 MD5 为 {1}，而不是 {2}）；其中的图片按原样使用</translation>
    </message>
    <message>
        <source>Looking at the files of Omniglot</source>
        <translation>正在查看 Omniglot 的文件</translation>
    </message>
    <message>
        <source>{0}.npy holds {1} {2}, not what {3}.json says</source>
        <translation>{0}.npy 的内容为 {1} {2}，与 {3}.json 所述不符</translation>
    </message>
    <message>
        <source>is {0} × {1}; pictures of Omniglot are {2} × {3}</source>
        <translation>为 {0} × {1}；Omniglot 的图片为 {2} × {3}</translation>
    </message>
    <message>
        <source>Characters without a picture that can be read, left out: {0}</source>
        <translation>没有可读取图片的字符，未采用：{0}</translation>
    </message>
    <message>
        <source>Characters that do not have {0} pictures: {1}</source>
        <translation>图片数不是 {0} 张的字符：{1}</translation>
    </message>
    <message>
        <source>Alphabets that are not as in the official archives: {0}</source>
        <translation>与官方压缩包不同的文字：{0}</translation>
    </message>
    <message>
        <source>{0}.json does not describe Omniglot: {1}</source>
        <translation>{0}.json 描述的不是 Omniglot：{1}</translation>
    </message>
    <message>
        <source>no picture of Omniglot in {0}; they should be Alphabet/characterNN/NNNN_NN.png, {1} × {2}.</source>
        <translation>{0} 中没有 Omniglot 的图片；应为 Alphabet/characterNN/NNNN_NN.png，{1} × {2}。</translation>
    </message>
    <message>
        <source>The same picture is there twice within a character: {0}</source>
        <translation>同一张图片在一个字符中出现了两次：{0}</translation>
    </message>
    <message>
        <source>{0} ({1} characters, officially {2})</source>
        <translation>{0}（{1} 个字符，官方为 {2} 个）</translation>
    </message>
    <message>
        <source>What was kept of Omniglot was damaged, so its pictures are read anew: {0}</source>
        <translation>保存的 Omniglot 数据已损坏，正在重新读取图片：{0}</translation>
    </message>
    <message>
        <source>is not in a folder Alphabet/characterNN</source>
        <translation>不在 Alphabet/characterNN 文件夹中</translation>
    </message>
    <message>
        <source>The pictures of Omniglot could not be kept, so they are read again next time: {0}</source>
        <translation>无法保存 Omniglot 的图片，因此下次会重新读取：{0}</translation>
    </message>
    <message>
        <source>Reading Omniglot</source>
        <translation>正在读取 Omniglot</translation>
    </message>
    <message>
        <source>has no pixels</source>
        <translation>没有像素</translation>
    </message>
    <message>
        <source>is no JPEG, PNG, GIF, BMP or WebP picture</source>
        <translation>不是 JPEG、PNG、GIF、BMP 或 WebP 图片</translation>
    </message>
    <message>
        <source>{0}. Pictures are {1}</source>
        <translation>{0}。图片格式为 {1}</translation>
    </message>
    <message>
        <source>Files that are not read: {0}</source>
        <translation>未读取的文件：{0}</translation>
    </message>
    <message>
        <source>Folders without a picture, which are no classes: {0}</source>
        <translation>没有图片的文件夹，不作为类别：{0}</translation>
    </message>
    <message>
        <source>{0} has no folders with pictures ({1}) in them; it should hold one folder for each class.</source>
        <translation>{0} 中没有含图片（{1}）的文件夹；其中应有每个类别的一个文件夹。</translation>
    </message>
    <message>
        <source>no ending</source>
        <translation>无扩展名</translation>
    </message>
    <message>
        <source>{0} has two lists for {1}, {2} and {3}; keep one of them</source>
        <translation>{0} 中有两个 {1} 列表，{2} 和 {3}；请保留其中一个</translation>
    </message>
    <message>
        <source>is in no folder of a class in train, validation or test</source>
        <translation>不在 train、validation 或 test 的任何类别文件夹中</translation>
    </message>
    <message>
        <source>is in no folder of a class</source>
        <translation>不在任何类别文件夹中</translation>
    </message>
    <message>
        <source>{0} cannot be read as a list of classes: {1}</source>
        <translation>{0} 不能作为类别列表读取：{1}</translation>
    </message>
    <message>
        <source>Looking at the pictures in {0}</source>
        <translation>正在查看 {0} 中的图片</translation>
    </message>
    <message>
        <source>The same picture is there twice, and used both times: {0}</source>
        <translation>同一张图片出现了两次，两次都会使用：{0}</translation>
    </message>
    <message>
        <source>{0} changes while it is read: {1}</source>
        <translation>{0} 在读取时发生变化：{1}</translation>
    </message>
    <message>
        <source>{0}.json does not describe pictures: {1}</source>
        <translation>{0}.json 描述的不是图片：{1}</translation>
    </message>
    <message>
        <source>no picture in {0} can be read.</source>
        <translation>{0} 中没有可读取的图片。</translation>
    </message>
    <message>
        <source>What was kept of {0} was damaged, so its pictures are read anew: {1}</source>
        <translation>保存的 {0} 数据已损坏，正在重新读取图片：{1}</translation>
    </message>
    <message>
        <source>The small pictures could not be kept, so they are made again next time: {0}</source>
        <translation>无法保存缩小的图片，因此下次会重新制作：{0}</translation>
    </message>
    <message>
        <source>Reading {0}</source>
        <translation>正在读取 {0}</translation>
    </message>
    <message>
        <source>or set dataset.split to dealt, which deals the classes out</source>
        <translation>或将 dataset.split 设为“自动分配”，由程序分配类别</translation>
    </message>
    <message>
        <source>Classes with fewer than the {0} pictures that a task asks for (shots {1}, queries {2}), left out: {3}</source>
        <translation>图片少于任务所要求的 {0} 张（每类样本 {1}，查询样本 {2}）而未采用的类别：{3}</translation>
    </message>
    <message>
        <source>choose the folder with your pictures, one folder in it for each class</source>
        <translation>请选择存放你的图片的文件夹，其中每个类别一个子文件夹</translation>
    </message>
    <message>
        <source>{0} says twice which classes are for what: by folders for {1}, and by lists for {2}. Take the lists away, {3}</source>
        <translation>{0} 两次指定了类别的用途：{1} 用文件夹，{2} 用列表。请去掉列表，{3}</translation>
    </message>
    <message>
        <source>{0} has classes for {1}, and none for {2}; name some, {3}</source>
        <translation>{0} 中有用于 {1} 的类别，但没有用于 {2} 的；请指定一些，{3}</translation>
    </message>
    <message>
        <source>The lists in {0} name classes that have no pictures there: {1}. They need the name of one folder in each line; correct them, {2}</source>
        <translation>{0} 中的列表提到了没有图片的类别：{1}。列表的每一行应为一个文件夹的名称；请更正，{2}</translation>
    </message>
    <message>
        <source>Classes that are in no list, and not used: {0}</source>
        <translation>不在任何列表中因而未使用的类别：{0}</translation>
    </message>
    <message>
        <source>Choose fewer ways, at most {0} with as many in training, or add classes.</source>
        <translation>请减少类别数（训练与之相同时最多 {0}），或增加类别。</translation>
    </message>
    <message>
        <source>Add classes: one folder for each, side by side in the chosen folder.</source>
        <translation>请增加类别：在所选文件夹中并列放置，每个类别一个文件夹。</translation>
    </message>
    <message>
        <source>Only the folder {0} was taken for a class. {1}</source>
        <translation>只有文件夹 {0} 被当作类别。{1}</translation>
    </message>
    <message>
        <source>1 class is</source>
        <translation>1 个类别</translation>
    </message>
    <message>
        <source>{0} classes are</source>
        <translation>{0} 个类别</translation>
    </message>
    <message>
        <source>Looking for pictures</source>
        <translation>正在查找图片</translation>
    </message>
    <message>
        <source>there is no folder {0}; {1}</source>
        <translation>没有文件夹 {0}；{1}</translation>
    </message>
    <message>
        <source>{0} for {1}</source>
        <translation>{1} {0} 个</translation>
    </message>
    <message>
        <source>dataset.ways: {0} too few for tasks of {1} classes, as no two splits may share one: {2} are needed ({3}). {4}</source>
        <translation>dataset.ways：只有 {0}，对于 {1} 个类别的任务太少，因为两个划分不得共用类别：需要 {2} 个（{3}）。{4}</translation>
    </message>
    <message>
        <source>{0}: class {1} is in {2} and in {3}. The test needs classes that training has not met: give each split its own, {4}</source>
        <translation>{0}：类别 {1} 同时用于 {2} 和 {3}。测试需要训练中没有见过的类别：请让每个划分有自己的类别，{4}</translation>
    </message>
    <message>
        <source>dataset.ways: {0} classes asked for in a {1} task; {2} of its {3} have enough pictures.</source>
        <translation>dataset.ways：{1} 任务要求 {0} 个类别；其 {3} 个类别中有 {2} 个图片足够。</translation>
    </message>
    <message>
        <source>Drawing sine waves</source>
        <translation>正在绘制正弦波</translation>
    </message>
    <message>
        <source>{0} does not say which classes and examples a task holds</source>
        <translation>{0} 没有说明任务包含哪些类别和样本</translation>
    </message>
    <message>
        <source>{0} cannot be trained on as one task of all its classes</source>
        <translation>{0} 不能作为包含其全部类别的单个任务来训练</translation>
    </message>
</context>
</TS>
