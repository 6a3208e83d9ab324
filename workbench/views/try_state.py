"""What a person has drawn or clicked, whatever shows it: changes that can be taken back, and what to ask of a run."""

from core.runs.own_task import BLANK, Example, OwnTask, OwnTaskError, Picture, PictureTask, PointTask
from core.runs.tryit import Subject, TryQuestion
from workbench.numbers import count
from workbench.views.tiles import letter_of

UNDOABLE = 200  # changes that can be taken back


class TryState:
    """A task of pictures and one of points; the run that is tried decides which of them is on show."""

    def __init__(self) -> None:
        self.subject: Subject | None = None
        self.in_hand = BLANK  # the example that was changed last
        self._pictures: PictureTask | None = None
        self._points = PointTask()
        self._before: list[OwnTask] = []

    # -- the task -----------------------------------------------------------------------------------------------

    @property
    def task(self) -> OwnTask | None:
        """The task on show; None before there is a run to try."""
        if self.subject is None:
            return None
        return self._points if self.subject.look is None else self._pictures

    @property
    def pictures(self) -> PictureTask:
        """The task on show, which is one of pictures."""
        task = self.task
        assert isinstance(task, PictureTask)
        return task

    def change(self, task: OwnTask, begins: bool = True) -> None:
        """Take another task; `begins` where a person could want to go back to the one before."""
        before = self.task
        if begins and before is not None and before != task:
            self._before = [*self._before, before][-UNDOABLE:]
        self._take(task)

    @property
    def can_take_back(self) -> bool:
        return bool(self._before)

    def take_back(self) -> None:
        """Go back to what was there before the last change."""
        *self._before, task = self._before
        self._take(task)
        self.in_hand = task.query if isinstance(task, PictureTask) else BLANK

    def edit_example(self, way: int, place: int, example: Example, begins: bool) -> None:
        self.in_hand = example
        self.change(self.pictures.with_example(way, place, example), begins)

    def edit_query(self, example: Example, begins: bool) -> None:
        self.in_hand = example
        task = self.pictures
        self.change(PictureTask(task.classes, task.names, example), begins)

    def clear(self) -> None:
        """Blank sheets for as many classes, or a plot without points."""
        self.in_hand = BLANK
        task = self.task
        self.change(PictureTask.blank(len(task.classes)) if isinstance(task, PictureTask) else PointTask())

    def _take(self, task: OwnTask) -> None:
        if isinstance(task, PointTask):
            self._points = task
        else:
            self._pictures = task

    def take_over(self, state: "TryState") -> None:
        """Go on with what was drawn and clicked elsewhere."""
        self._pictures, self._points, self.in_hand = state._pictures, state._points, state.in_hand

    # -- the run ------------------------------------------------------------------------------------------------

    def leave(self) -> None:
        """Another run is to be tried; the task is kept for it."""
        self.subject = None
        self._before = []

    def meet(self, subject: Subject) -> None:
        """A run, or a newer checkpoint of it: the task stays as far as it fits."""
        self.subject = subject
        if subject.look is None:
            return
        task = self._pictures or PictureTask.blank(min(subject.ways, subject.most))
        ways = min(max(len(task.classes), subject.fewest), subject.most)
        fits = all(each.picture is None or each.picture.shape == subject.look.shape for each in _examples(task))
        self._pictures = task.resized(ways) if fits else PictureTask.blank(ways)
        if not fits:
            self.in_hand = BLANK

    def check(self, task: OwnTask, name: str) -> None:
        """Raises OwnTaskError for a task that the run cannot be given."""
        subject = self.subject
        if subject is None:
            raise OwnTaskError(f"There is no run to try {name} with.")
        if isinstance(task, PointTask) != (subject.look is None):
            theirs, ours = ("points", "pictures") if isinstance(task, PointTask) else ("pictures", "points")
            raise OwnTaskError(f"{name} holds {theirs}, and this run learns from {ours}.")
        if isinstance(task, PointTask) or subject.look is None:
            return
        ways = len(task.classes)
        if not subject.fewest <= ways <= subject.most:
            can = count(subject.most) if subject.fewest == subject.most else f"{subject.fewest} to {subject.most}"
            raise OwnTaskError(f"{name} has {count(ways)} classes; this run can be tried with {can}.")
        for each in _examples(task):
            if each.picture is not None and each.picture.shape != subject.look.shape:
                theirs, ours = (" × ".join(map(str, shape)) for shape in (each.picture.shape, subject.look.shape))
                raise OwnTaskError(f"{name} has a picture of {theirs} numbers; this run sees pictures of {ours}.")

    # -- what to ask --------------------------------------------------------------------------------------------

    @property
    def places(self) -> list[tuple[int, int]]:
        """Class and place of each example of the support set, in its order."""
        task = self.task
        if not isinstance(task, PictureTask):
            return []
        return [
            (way, place)
            for way, examples in enumerate(task.classes)
            for place, example in enumerate(examples)
            if not example.is_blank
        ]

    @property
    def missing(self) -> str:
        """What a person has to draw before there can be a prediction; empty where there is enough."""
        task, subject = self.task, self.subject
        if not isinstance(task, PictureTask) or subject is None:
            return ""
        blank = [letter_of(way) for way in range(len(task.classes)) if way not in task.filled]
        if len(task.filled) >= 2 and (not blank or subject.fewest < subject.most):
            return ""
        if not task.filled:
            return "Draw an example of each class, or press Example."
        if len(blank) == 1:
            return f"Draw an example of {blank[0]}, too."
        return f"Draw an example of {', '.join(blank if len(blank) < 5 else [*blank[:3], '…'])}, too."

    @property
    def support(self) -> tuple[tuple[Picture, int], ...]:
        """Pictures and class numbers, without classes that nobody has drawn; nothing while some are missing."""
        subject = self.subject
        if subject is None or subject.look is None or self.missing:
            return ()
        task = self.pictures
        numbers = {way: number for number, way in enumerate(task.filled)}
        return tuple((task.classes[way][place].seen(subject.look), numbers[way]) for way, place in self.places)

    def question(self, run: str) -> TryQuestion:
        """What is to be known of the task as it is now."""
        task, subject = self.task, self.subject
        if isinstance(task, PointTask):
            return TryQuestion(run, points=task.points)
        if task is None or subject is None or subject.look is None or not self.support:
            return TryQuestion(run)
        query = None if task.query.is_blank else task.query.seen(subject.look)
        return TryQuestion(run, support=self.support, query=query)


def _examples(task: PictureTask) -> tuple[Example, ...]:
    return (*(each for examples in task.classes for each in examples), task.query)
