<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>engine</name>
    <message>
        <source>--set {0}: write a setting and its value, as in algorithm.inner_lr=0.4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no such setting{0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; allowed: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no {1} kind; allowed: {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has schema {1}; this program reads up to {2}. Update it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channels_last needs batch or no normalization, not {0}; choose auto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no such setting here: it belongs to {0}; the {1} here is {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another {0}, such as {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} solves {1}, and {2} is {3}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} needs {1} inputs; {2} has {3}s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has one output per class, so training must have {1} ways like evaluation, not {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>population statistics belong to parameters that are not adapted; with {0} choose transductive or per_query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} needs a line 'schema = {1}' at its top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the inner loop of {0} needs float32</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not valid TOML: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a text file: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bfloat16 needs compute.mapping auto or sequential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; it is spoken of in {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no help page {0}{1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; innerloop help lists them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For algorithms with an inner loop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the letters mean is said in [What meta-learning is](meta-learning).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where {0} is {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The outer loop finds a place θ from which each task is near.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learnt steps go straight to where plain gradients go to and fro.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each class lies somewhere; a query belongs to the nearest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Features are learnt; what divides classes is solved at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network reads the support set, and answers for a query.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a meta-learner is held against: chance and methods without meta-learning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It works with {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It needs no learner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on or off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It solves {0}.{1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presets, and the figures that they aim at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tasks are {0}, on {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resources/help: the page {0} needs a first line '# Title'</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: a heading stands alone between empty lines: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MemoryError|out of memory|can't allocate memory|bad_alloc|could not (create|execute) a primitive(?! descriptor)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; there are {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no preset {0}{1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}.toml is no preset: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; did you mean {0}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text in quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a finite number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is out of range; it must be {1} {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not allowed; choose one of {1}{2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a table of settings; write [{1}] and its settings below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” in {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, up to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which {0} the experiment uses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} draws gave only {1} different combinations; ask for fewer runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be varied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>these are {0} combinations, and a sweep has at most {1} runs; try random draws</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is varied yet; name a setting and two or more values for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every combination needs a number of values; write it behind, as in {0}*5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are only {0} different combinations, fewer than {1} runs; take every combination</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no number of runs; a sweep has 1 to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no effect with the other settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not below {1}; a range goes from the smaller to the larger number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a range cannot be divided into {0} values; it has 2 to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is out of range; it must be {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is neither true nor false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give one or more values, as in {0}={1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has no place on a logarithmic scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not allowed; choose among {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is given twice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
