"""Example sessions: setups that are ready to start, made from presets."""

from dataclasses import dataclass

from core import presets
from workbench.session_file import SessionState
from workbench.words import mark


@dataclass(frozen=True)
class Example:
    """A session by the presets that it is made of: what is set up, what waits, and which view is in front."""

    preset: str
    queue: tuple[str, ...]
    view: str
    hint: str  # what to do first

    @property
    def state(self) -> SessionState:
        found = presets.find(self.preset)
        waiting = tuple(presets.find(name).experiment for name in self.queue)
        return SessionState(
            found.experiment, found.id, view={"tab": self.view}, queue=waiting, queue_paused=bool(waiting)
        )


EXAMPLES = {
    "waves": Example(
        "sinusoid-maml",
        (),
        "adaptation",
        mark("Press Start, and watch a network bend onto a wave that it has never seen"),
    ),
    "characters": Example(
        "glyphs-5w1s-protonet", (), "tryit", mark("Press Start; after a minute, draw characters of your own here")
    ),
    "methods": Example(
        "glyphs-5w1s-protonet",
        ("glyphs-5w1s-protonet", "glyphs-5w1s-maml", "glyphs-5w1s-baseline-plus-plus"),
        "compare",
        mark("Start the queue; when it is done, select the three runs and measure them here"),
    ),
}
