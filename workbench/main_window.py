"""The main window: places the panels and connects them to the desk. It holds no logic of its own."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QSplitter, QToolButton, QVBoxLayout, QWidget

from workbench.actions import Actions, fill_menus, fill_recent, fill_toolbar
from workbench.banner import Banners
from workbench.comfort import ComfortCommands
from workbench.desk import Desk
from workbench.help.helper import Helper
from workbench.help.tour import Tour
from workbench.log.log import Log
from workbench.looking import Looking
from workbench.notification import notify
from workbench.palette import CommandPalette
from workbench.progress_bar import ProgressLine
from workbench.runs.queue_panel import QueuePanel
from workbench.runs.run_panel import RunPanel
from workbench.session import Session
from workbench.setup.panel import SetupPanel
from workbench.sweeping import Sweeping
from workbench.theme import ThemeWatcher
from workbench.view_making import make_view
from workbench.views.asking import AskingView
from workbench.views.view_tabs import ViewOf, ViewTabs
from workbench.words import tr
from workbench.yardsticks import Yardsticks

NUMBERED_VIEWS = ("curves", "adaptation", "episodes", "confusion", "tryit", "compare")  # once named by their numbers
VIEW_INTERVAL = 500  # milliseconds between two redraws of growing curves: live for the eye, cheap for the training


class MainWindow(QMainWindow, ComfortCommands):
    """One window with one session."""

    language_chosen = Signal(str)  # one of workbench.words.CHOICES

    curves, adaptation, episodes, gradients, embedding = ViewOf(), ViewOf(), ViewOf(), ViewOf(), ViewOf()
    confusion, tryit, compare, sweep = ViewOf(), ViewOf(), ViewOf(), ViewOf()

    def __init__(self, desk: Desk, themes: ThemeWatcher, settings: QSettings) -> None:
        super().__init__()
        self.setObjectName("main")
        self.setAcceptDrops(True)
        self._themes = themes
        self._may_close = False
        self._settings = settings
        self.desk = desk
        desk.belong_to(self, self._view_state)
        self.actions_by_id = Actions(self, self._carry_out)
        self._place_panels()
        self.recent_menu = QMenu(tr("Open Recent"), self)
        self.recent_menu.aboutToShow.connect(
            lambda: fill_recent(self.recent_menu, self.desk.recent, self.desk.open_path)
        )
        fill_menus(self, self.actions_by_id, self.recent_menu)
        self.mark_comforts()
        fill_toolbar(self, self.actions_by_id)
        self.helper = Helper(self, self.session, self.setup.form, self.views)
        self.palette_window = CommandPalette(self, list(self.actions_by_id.values()))
        self._redraw = QTimer(self, singleShot=True, interval=VIEW_INTERVAL)
        self._connect()
        self._restore_layout()
        self._show_all()

    @property
    def session(self) -> Session:
        return self.desk.session

    # -- what it is made of -------------------------------------------------------------------------------------

    def _place_panels(self) -> None:
        self.setup = SetupPanel(self.session)
        self.sweeping = Sweeping(self.desk, self)
        self.yardsticks = Yardsticks(self.desk, self)
        self.looking = Looking(self.desk.places, self.desk.shown, self)
        self.views = ViewTabs(self._made)
        self.views.place("curves", tr("Learning curves"))
        self.views.place("adaptation", tr("Adaptation"))
        self.views.place("episodes", tr("Episodes"))
        self.views.place("gradients", tr("Gradients"))
        self.views.place("embedding", tr("Embedding"))
        self.views.place("confusion", tr("Confusion"))
        self.views.place("tryit", tr("Try it"))
        self.views.place("compare", tr("Compare"))
        self.views.place("sweep", tr("Sweep"))
        self._take_out = QToolButton()
        self._take_out.setObjectName("views.take_out")
        self._take_out.setProperty("quiet", True)
        self._take_out.setDefaultAction(self.actions_by_id["view.take_out"])
        self._take_out.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.views.add_to_corner(self._take_out)
        self.runs = RunPanel(self.actions_by_id.of_menu("Runs"))
        self.banners = Banners()
        self._rows = QSplitter(Qt.Orientation.Vertical)
        self._rows.setObjectName("split.rows")
        self._rows.addWidget(self.views)
        self.queue = QueuePanel(self.actions_by_id)
        kept = QSplitter(Qt.Orientation.Horizontal)
        kept.setObjectName("split.kept")
        kept.addWidget(self.runs)
        kept.addWidget(self.queue)
        kept.setStretchFactor(0, 1)
        kept.setChildrenCollapsible(False)
        self._rows.addWidget(kept)
        self._rows.setStretchFactor(0, 1)
        self._rows.setChildrenCollapsible(False)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banners)
        column.addWidget(self._rows, 1)
        self._columns = QSplitter(Qt.Orientation.Horizontal)
        self._columns.setObjectName("split.columns")
        self._columns.addWidget(self.setup)
        self._columns.addWidget(right)
        self._columns.setStretchFactor(1, 1)
        self._columns.setChildrenCollapsible(False)
        self.setCentralWidget(self._columns)
        self.progress = ProgressLine()
        self.setStatusBar(self.progress)
        self.log = Log(self, self.actions_by_id["view.log"], self.desk.journal)
        self.progress.addPermanentWidget(self.log.button)

    def _made(self, name: str) -> QWidget:
        """The view of a name, new, and connected to whoever feeds it."""
        view: Any = make_view(name)
        if isinstance(view, AskingView):
            self.looking.serve(view)
        match name:
            case "curves":
                self._redraw.timeout.connect(view.refresh)
                view.set_runs(self.desk.shown.curves)
            case "tryit":
                view.to_read.connect(self.desk.reader.submit)
            case "compare":
                self._redraw.timeout.connect(view.redraw)
                self.yardsticks.serve(view)
                view.set_curves(self.desk.shown.curves, self.desk.shown.adapted)
            case "gradients" | "embedding":
                view.task_opened.connect(self._look_at_task)
            case "sweep":
                self.sweeping.serve(view)
        return view

    def _carry_out(self, identifier: str) -> None:
        """The window's own commands are about looking; all others are the desk's."""
        group, name = identifier.split(".")
        if group == "view" and name in self.views.names:
            self.views.look_at(name)
            return
        method = f"{group}_{name}"
        getattr(self if hasattr(self, method) else self.desk, method)()

    def _connect(self) -> None:
        desk = self.desk
        desk.facts_changed.connect(self._show_facts)
        desk.session.queue_changed.connect(self._show_queue)
        self.setup.form.vary_asked.connect(self.sweeping.vary)
        desk.rows_changed.connect(self._show_rows)
        desk.message.connect(self.progress.say)
        desk.progressed.connect(self.progress.take)
        desk.progressed.connect(self.looking.take)
        desk.worker.state_changed.connect(self.progress.show_state)
        desk.worker.state_changed.connect(self.looking.look_again)
        desk.offer.connect(self.banners.add)
        desk.offer_over.connect(self.banners.remove)
        desk.worker.state_changed.connect(self._forbid_resuming)
        desk.leave.connect(self._close_now)
        desk.look.connect(self.show_view_state)
        desk.shown.changed.connect(self._show_curves)
        desk.shown.grown.connect(self._redraw_soon)
        desk.shown.adaptation_changed.connect(self._show_adaptation)
        for changed in (desk.shown.changed, desk.shown.adaptation_changed):
            changed.connect(self._show_compared)
        desk.session.identity_changed.connect(self._show_identity)
        desk.session.shown_changed.connect(self._select_rows)
        self.runs.selected.connect(desk.select_runs)
        self.runs.aimed.connect(desk.aim_at)
        self.runs.star_pressed.connect(lambda name: desk.star((name,)))
        self.runs.opened.connect(desk.runs_notes)
        self.queue.aimed.connect(desk.aim_at_waiting)
        self.queue.moved.connect(desk.move_waiting)
        desk.notice.connect(self._notify)
        self.views.turned.connect(self._show_adaptation)
        self.views.turned.connect(self._show_facts)
        self.views.help_asked.connect(self.helper.explain_view)
        self.setup.form.help_asked.connect(self.helper.show)
        self._themes.changed.connect(self._recolor)

    # -- showing what the desk knows ----------------------------------------------------------------------------

    def _show_all(self) -> None:
        """What there is on the desk already."""
        self._show_rows()
        self._show_queue()
        self._show_identity()
        self._show_facts()
        self.progress.take(self.desk.newest_reports)
        self.progress.show_state(self.desk.worker.state)
        self.looking.show_runs()

    def take_over(self, window: "MainWindow") -> None:
        """Go on where a window of another language was: what is undecided, and what was drawn."""
        for offer in window.banners.offers:
            self.banners.add(*offer)
        if window.views.is_made("tryit"):
            self.tryit.state.take_over(window.tryit.state)

    def _show_rows(self) -> None:
        self.runs.show_rows(self.desk.rows)
        self._select_rows()

    def _select_rows(self) -> None:
        self.runs.select(self.desk.selected)

    def _show_facts(self) -> None:
        why_off = {"run.start": self.desk.why_not_start, "run.queue": self.desk.why_not_queue}
        self.actions_by_id.show_facts(self.desk.facts, why_off)
        self.actions_by_id["view.take_out"].setEnabled(self.views.current not in self.views.taken_out)
        self.queue.show_state(self.session.queue_paused, self.desk.worker.is_busy)

    def _show_queue(self) -> None:
        self.queue.show_queue(self.session.queue, self.desk.waiting_target)
        self.queue.show_state(self.session.queue_paused, self.desk.worker.is_busy)

    def _show_curves(self) -> None:
        if self.views.is_made("curves"):
            self.curves.set_runs(self.desk.shown.curves)
        self.runs.model.show_colors(self.desk.shown.colors)

    def _redraw_soon(self) -> None:
        if not self._redraw.isActive():
            self._redraw.start()

    def _show_compared(self) -> None:
        if self.views.is_made("compare"):
            self.compare.set_curves(self.desk.shown.curves, self.desk.shown.adapted)

    def _show_adaptation(self) -> None:
        if not self.views.is_looked_at("adaptation"):
            return  # drawn when it is looked at
        self.adaptation.set_runs(self.desk.shown.adapted)

    def _look_at_task(self, run: str, split: str, number: int) -> None:
        self.episodes.look_at(run, split, number)
        self.views.look_at("episodes")

    def _show_identity(self) -> None:
        self.setWindowTitle(f"{self.session.title}[*] – Innerloop")
        self.setWindowModified(self.session.is_modified)

    def _forbid_resuming(self) -> None:
        self.banners.forbid("resume", self.desk.why_not_resume)

    def _notify(self, title: str, text: str) -> None:
        notify(self, title, text)

    def _recolor(self) -> None:
        self.actions_by_id.color_icons()
        self.setup.refresh_icons()
        self._show_curves()
        self._show_adaptation()
        self._show_compared()
        self.looking.show_runs()

    # -- the window's own commands ------------------------------------------------------------------------------

    def edit_find_setting(self) -> None:
        self.setup.find_setting()

    def edit_find_preset(self) -> None:
        self.setup.picker.open_list()

    def sweep_open(self) -> None:
        self.sweeping.vary(self.setup.form.focused)

    def edit_find_run(self) -> None:
        self.runs.find()

    def view_columns(self) -> None:
        self.runs.open_columns()

    def view_groups(self) -> None:
        self.runs.open_groups()

    def view_log(self) -> None:
        self.log.toggle()

    def view_take_out(self) -> None:
        self.views.take_out(self.views.current)

    def help_contents(self) -> None:
        self.helper.explain_focus()

    def help_view(self) -> None:
        self.helper.explain_view()

    def help_tour(self) -> None:
        self._settings.setValue("tour_seen", True)
        if self.findChild(Tour) is None:
            Tour(self).begin()

    def offer_tour(self) -> None:
        """Begin the tour by itself, on the very first start only."""
        if not self._settings.allKeys():
            self.help_tour()

    def help_palette(self) -> None:
        self.palette_window.open()

    def help_about(self) -> None:
        from workbench.about import show_about

        show_about(self, self.desk.places)

    # -- layout, dropping and closing ---------------------------------------------------------------------------

    def _view_state(self) -> dict[str, Any]:
        """What a session keeps of how things are looked at."""
        return {"tab": self.views.current} if hasattr(self, "views") else {}

    def show_view_state(self, view: Any) -> None:
        """Look at things as a session says."""
        tab = view.get("tab", 0)
        if isinstance(tab, int) and 0 <= tab < len(NUMBERED_VIEWS):
            tab = NUMBERED_VIEWS[tab]
        if tab in self.views.names:
            self.views.look_at(tab)

    def _restore_layout(self) -> None:
        self.resize(1280, 800)
        self.setMinimumSize(960, 600)
        self._columns.setSizes([372, 908])
        self._rows.setSizes([490, 216])
        for key, restore in self._layout_parts().items():
            kept = self._settings.value(f"layout/{key}")
            if isinstance(kept, QByteArray):
                restore[0](kept)

    def _layout_parts(self) -> dict[str, Any]:
        return {
            "window": (self.restoreGeometry, self.saveGeometry),
            "columns": (self._columns.restoreState, self._columns.saveState),
            "rows": (self._rows.restoreState, self._rows.saveState),
            "runs": (self.runs.take_look, self.runs.keep_look),
        }

    def _keep_layout(self) -> None:
        for key, (_, save) in self._layout_parts().items():
            self._settings.setValue(f"layout/{key}", save())
        self._settings.sync()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _session_paths(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.desk.open_path(_session_paths(event)[0])
        event.acceptProposedAction()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask first; the desk says when the window may close."""
        if not self._may_close:
            event.ignore()
            self.desk.program_quit()
            return
        self.let_go()
        self.desk.end()
        event.accept()

    def let_go(self) -> None:
        """End what this window does by itself; what is on the desk stays."""
        self._redraw.stop()
        self.views.put_all_back()
        self._keep_layout()
        self.looking.close()

    def _close_now(self) -> None:
        self._may_close = True
        self.close()


def _session_paths(event: QDragEnterEvent | QDropEvent) -> list[Path]:
    urls = event.mimeData().urls()
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile() and Path(url.toLocalFile()).is_file()]
