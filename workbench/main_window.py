"""The main window: places the panels and connects them to the desk. It holds no logic of its own."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings, Qt, QTimer
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QSizePolicy, QSplitter, QToolBar, QToolButton, QVBoxLayout, QWidget

from core.places import Places
from workbench import commands, theme
from workbench.banner import Banners
from workbench.desk import Desk
from workbench.icons import icon
from workbench.looking import Looking
from workbench.notification import notify
from workbench.palette import CommandPalette
from workbench.progress_bar import ProgressLine
from workbench.runs.queue_panel import QueuePanel
from workbench.runs.run_panel import RunPanel
from workbench.session import Session
from workbench.setup.panel import SetupPanel
from workbench.theme import ThemeWatcher
from workbench.views.adaptation import AdaptationView
from workbench.views.compare import CompareView
from workbench.views.confusion import ConfusionView
from workbench.views.episodes import EpisodesView
from workbench.views.gradients import GradientsView
from workbench.views.learning_curves import LearningCurves
from workbench.views.tryit import TryItView
from workbench.views.view_tabs import ViewTabs

NUMBERED_VIEWS = ("curves", "adaptation", "episodes", "confusion", "tryit", "compare")  # once named by their numbers
VIEW_INTERVAL = 500  # milliseconds between two redraws of growing curves: live for the eye, cheap for the training


class MainWindow(QMainWindow):
    """One window with one session."""

    def __init__(self, places: Places, themes: ThemeWatcher) -> None:
        super().__init__()
        self.setObjectName("main")
        self.setAcceptDrops(True)
        self._themes = themes
        self._may_close = False
        self._settings = QSettings(str(places.home / "window.ini"), QSettings.Format.IniFormat)
        self.desk = Desk(places, self._view_state)
        self.desk.parent_widget = self
        self.actions_by_id = {command.id: self._action(command) for command in commands.COMMANDS}
        self._place_panels()
        self._fill_menus()
        self._mark_theme()
        self._fill_toolbar()
        self.palette_window = CommandPalette(self, list(self.actions_by_id.values()))
        self._redraw = QTimer(self, singleShot=True, interval=VIEW_INTERVAL)
        self._redraw.timeout.connect(self.curves.refresh)
        self._connect()
        self._restore_layout()
        self._show_identity()
        self._show_facts()

    @property
    def session(self) -> Session:
        return self.desk.session

    # -- what it is made of -------------------------------------------------------------------------------------

    def _place_panels(self) -> None:
        self.setup = SetupPanel(self.session)
        self.curves, self.adaptation = LearningCurves(), AdaptationView()
        self.episodes, self.gradients, self.confusion = EpisodesView(), GradientsView(), ConfusionView()
        self.tryit, self.compare = TryItView(), CompareView()
        self.looking = Looking(self.desk.places, self.desk.shown)
        self.looking.serve(self.episodes, self.gradients, self.confusion, self.tryit, self.compare)
        self.views = ViewTabs()
        self.views.place("curves", "Learning curves", self.curves)
        self.views.place("adaptation", "Adaptation", self.adaptation)
        self.views.place("episodes", "Episodes", self.episodes)
        self.views.place("gradients", "Gradients", self.gradients)
        self.views.place("confusion", "Confusion", self.confusion)
        self.views.place("tryit", "Try it", self.tryit)
        self.views.place("compare", "Compare", self.compare)
        self._take_out = QToolButton()
        self._take_out.setObjectName("views.take_out")
        self._take_out.setProperty("quiet", True)
        self._take_out.setDefaultAction(self.actions_by_id["view.take_out"])
        self._take_out.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.views.setCornerWidget(self._take_out)
        of_runs = [self.actions_by_id[c.id] for c in commands.COMMANDS if c.menu == "Runs"]
        self.runs = RunPanel(of_runs)
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

    def _action(self, command: commands.Command) -> QAction:
        action = QAction(command.text, self)
        action.setObjectName(command.id)
        action.setData(command.menu)
        if command.shortcut:
            action.setShortcut(QKeySequence(command.shortcut))
        action.triggered.connect(lambda: self._carry_out(command.id))
        self.addAction(action)
        return action

    def _carry_out(self, identifier: str) -> None:
        """The window's own commands are about looking; all others are the desk's."""
        group, name = identifier.split(".")
        if group == "view" and name in self.views.names:
            self.views.look_at(name)
            return
        method = f"{group}_{name}"
        getattr(self if hasattr(self, method) else self.desk, method)()

    def _fill_menus(self) -> None:
        self.recent_menu = QMenu("Open Recent", self)
        self.recent_menu.aboutToShow.connect(self._fill_recent)
        for name in commands.MENUS:
            menu = self.menuBar().addMenu(name)
            menu.setObjectName(f"menu.{name.lower()}")
            for command in (c for c in commands.COMMANDS if c.menu == name):
                if command.gap:
                    menu.addSeparator()
                menu.addAction(self.actions_by_id[command.id])
                if command.id == "session.open":
                    menu.addMenu(self.recent_menu)

    def _mark_theme(self) -> None:
        """One of the themes has the mark in the menu."""
        choices = QActionGroup(self)
        for choice in ("system", "light", "dark"):
            action = self.actions_by_id[f"view.theme_{choice}"]
            action.setCheckable(True)
            action.setChecked(choice == self._themes.choice)
            choices.addAction(action)

    def _fill_recent(self) -> None:
        self.recent_menu.clear()
        for path in self.desk.recent:
            action = self.recent_menu.addAction(path.name)
            action.setToolTip(str(path))
            action.triggered.connect(lambda _=False, path=path: self.desk.open_path(path))
        if self.recent_menu.isEmpty():
            self.recent_menu.addAction("None yet").setEnabled(False)

    def _fill_toolbar(self) -> None:
        bar = QToolBar("Tools")
        bar.setObjectName("toolbar")
        bar.setMovable(False)
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.addToolBar(bar)
        for command in (c for c in commands.COMMANDS if c.toolbar):
            if command.id == "help.palette":
                space = QWidget()
                space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
                bar.addWidget(space)
            elif command.gap and command.menu == "Run":
                bar.addSeparator()
            bar.addAction(self.actions_by_id[command.id])
            button = bar.widgetForAction(self.actions_by_id[command.id])
            button.setObjectName(f"toolbar.{command.id}")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAccessibleName(command.text.rstrip("…"))
            if command.menu not in ("Run", "Help"):
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            theme.mark(button, "primary", command.id == "run.start")
        self._toolbar = bar
        self._color_icons()

    def _connect(self) -> None:
        desk = self.desk
        desk.facts_changed.connect(self._show_facts)
        desk.session.queue_changed.connect(self._show_queue)
        desk.rows_changed.connect(lambda: self.runs.show_rows(desk.rows))
        desk.rows_changed.connect(lambda: self.runs.select(desk.selected))
        desk.message.connect(self.progress.say)
        desk.progressed.connect(self.progress.take)
        desk.progressed.connect(self.looking.take)
        desk.worker.state_changed.connect(self.progress.show_state)
        desk.worker.state_changed.connect(self.looking.look_again)
        desk.offer.connect(self.banners.add)
        desk.offer_over.connect(self.banners.remove)
        desk.worker.state_changed.connect(lambda: self.banners.forbid("resume", desk.why_not_resume))
        desk.leave.connect(self._close_now)
        desk.shown.changed.connect(self._show_curves)
        desk.shown.grown.connect(lambda: self._redraw.isActive() or self._redraw.start())
        desk.shown.adaptation_changed.connect(self._show_adaptation)
        desk.session.identity_changed.connect(self._show_identity)
        desk.session.shown_changed.connect(lambda: self.runs.select(desk.selected))
        self.runs.selected.connect(desk.select_runs)
        self.runs.aimed.connect(desk.aim_at)
        self.queue.aimed.connect(desk.aim_at_waiting)
        self.queue.moved.connect(desk.move_waiting)
        desk.notice.connect(lambda title, text: notify(self, title, text))
        self.gradients.task_opened.connect(self._look_at_task)
        self.views.turned.connect(self._show_adaptation)
        self.views.turned.connect(self._show_facts)
        self._themes.changed.connect(self._recolor)

    # -- showing what the desk knows ----------------------------------------------------------------------------

    def _show_facts(self) -> None:
        facts = self.desk.facts
        why_off = {"run.start": self.desk.why_not_start, "run.queue": self.desk.why_not_queue}
        for command in commands.COMMANDS:
            action = self.actions_by_id[command.id]
            action.setEnabled(facts[command.needs] if command.needs else True)
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            tip = why_off.get(command.id) or command.tip
            action.setToolTip(f"{tip}  ({keys})" if keys else tip)
        self.actions_by_id["view.take_out"].setEnabled(self.views.count() > 1)
        self.actions_by_id["run.pause"].setVisible(not facts["can_resume"])
        self.actions_by_id["run.resume"].setVisible(facts["can_resume"])
        self.queue.show_state(self.session.queue_paused, self.desk.worker.is_busy)

    def _show_queue(self) -> None:
        self.queue.show_queue(self.session.queue, self.desk.waiting_target)
        self.queue.show_state(self.session.queue_paused, self.desk.worker.is_busy)

    def _show_curves(self) -> None:
        self.curves.set_runs(self.desk.shown.curves)
        self.runs.model.show_colors(self.desk.shown.colors)

    def _show_adaptation(self) -> None:
        if not self.adaptation.isVisibleTo(self.adaptation.window()):
            return  # drawn when it is looked at
        front = self.desk.shown.front
        if front is None:
            self.adaptation.set_adaptation("", theme.series_color(0), None)
        else:
            self.adaptation.set_adaptation(front.label, theme.series_color(front.place), front.adaptation)

    def _look_at_task(self, run: str, split: str, number: int) -> None:
        self.episodes.look_at(run, split, number)
        self.views.look_at("episodes")

    def _show_identity(self) -> None:
        self.setWindowTitle(f"{self.session.title}[*] – Innerloop")
        self.setWindowModified(self.session.is_modified)

    def _recolor(self) -> None:
        self._color_icons()
        self.setup.refresh_icons()
        self._show_curves()
        self._show_adaptation()
        self.looking.show_runs()

    def _color_icons(self) -> None:
        for command in commands.COMMANDS:
            if command.icon:
                color = theme.current().accent_text if command.id == "run.start" else None
                self.actions_by_id[command.id].setIcon(icon(command.icon, color))

    # -- the window's own commands ------------------------------------------------------------------------------

    def edit_find_setting(self) -> None:
        self.setup.find_setting()

    def edit_find_preset(self) -> None:
        self.setup.picker.open_list()

    def view_take_out(self) -> None:
        self.views.take_out(self.views.current)

    def view_theme_system(self) -> None:
        self._choose_theme("system")

    def view_theme_light(self) -> None:
        self._choose_theme("light")

    def view_theme_dark(self) -> None:
        self._choose_theme("dark")

    def _choose_theme(self, choice: Any) -> None:
        self._themes.choose(choice)
        self._settings.setValue("theme", choice)

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
        header = self.runs.table.horizontalHeader()
        return {
            "window": (self.restoreGeometry, self.saveGeometry),
            "columns": (self._columns.restoreState, self._columns.saveState),
            "rows": (self._rows.restoreState, self._rows.saveState),
            "table": (header.restoreState, header.saveState),
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
        self._redraw.stop()
        self.views.put_all_back()
        self._keep_layout()
        self.desk.end()
        self.looking.close()
        event.accept()

    def _close_now(self) -> None:
        self._may_close = True
        self.close()


def _session_paths(event: QDragEnterEvent | QDropEvent) -> list[Path]:
    urls = event.mimeData().urls()
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile() and Path(url.toLocalFile()).is_file()]
