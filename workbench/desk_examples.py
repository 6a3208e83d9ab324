"""The desk's commands that open an example session."""

from workbench.desk_session import SessionDesk
from workbench.examples import EXAMPLES
from workbench.words import tr


class ExamplesDesk(SessionDesk):
    """An example is a session that has no file yet."""

    def help_example_waves(self) -> None:
        self._open_example("waves")

    def help_example_characters(self) -> None:
        self._open_example("characters")

    def help_example_methods(self) -> None:
        self._open_example("methods")

    def _open_example(self, name: str) -> None:
        def begin() -> None:
            state = EXAMPLES[name].state
            self.session.new(state)
            self.look.emit(state.view)
            self.message.emit(tr(EXAMPLES[name].hint))

        self._after_saving(tr("open an example"), begin)
