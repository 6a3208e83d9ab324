"""Every command of the program, once: menus, toolbar, palette and shortcuts are made from this list.

`needs` names a fact of the desk (workbench.desk.Desk.facts) that must be true for the command to be enabled; the tip
of a command that is off says why, where the desk knows. Commands are carried out by the desk's method of the same
name, with the dot turned into an underscore; those about looking, by the window's.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Command:
    id: str
    text: str
    tip: str
    menu: str
    icon: str = ""
    shortcut: str = ""
    needs: str = ""
    toolbar: bool = False
    gap: bool = False  # a separator goes before it, in menu and toolbar


COMMANDS = (
    Command("session.new", "New", "Start a new session", "File", "new", "Ctrl+N", toolbar=True),
    Command("session.open", "Open…", "Open a session file", "File", "open", "Ctrl+O", toolbar=True),
    Command("session.save", "Save", "Save the session", "File", "save", "Ctrl+S", toolbar=True, gap=True),
    Command("session.save_as", "Save As…", "Save the session in another file", "File", "", "Ctrl+Shift+S"),
    Command("session.revert", "Revert", "Go back to what the file holds", "File", needs="can_revert"),
    Command("program.quit", "Quit", "Leave Innerloop", "File", "", "Ctrl+Q", gap=True),
    Command("edit.undo", "Undo", "Take back the last change of the setup", "Edit", "undo", "Ctrl+Z", "can_undo"),
    Command("edit.redo", "Redo", "Make the change again", "Edit", "redo", "Ctrl+Shift+Z", "can_redo"),
    Command("edit.find_setting", "Find a Setting", "Search the setup", "Edit", "search", "Ctrl+F", gap=True),
    Command("edit.find_preset", "Choose a Preset…", "Search the presets", "Edit", "", "Ctrl+P"),
    Command("run.start", "Start", "Train with these settings", "Run", "play", "Ctrl+Return", "can_start", True, True),
    Command("run.pause", "Pause", "Hold after this iteration", "Run", "pause", "Ctrl+.", "can_pause", True),
    Command("run.resume", "Resume", "Go on with the paused run", "Run", "resume", "Ctrl+R", "can_resume", True),
    Command("run.stop", "Stop and Keep", "End the run here and keep it", "Run", "stop", "Ctrl+E", "can_stop", True),
    Command("run.discard", "Stop and Discard…", "End the run and delete it", "Run", "trash", "", "can_stop"),
    Command("run.queue", "Queue", "Let these settings wait: for the run that trains, or until you start the queue",
            "Run", "queue", "Ctrl+Shift+Return", "can_queue", True, True),
    Command("queue.start", "Start the Queue", "Train what waits, one after another; it goes on where one fails", "Run",
            "play", "", "can_start_queue"),
    Command("queue.pause", "Pause the Queue", "Let nothing follow the run that trains", "Run", "pause", "",
            "can_pause_queue"),
    Command("queue.edit", "Edit Waiting Experiment", "Take it out of the queue and back into the setup", "Run", "edit",
            "", "waiting_selected", gap=True),
    Command("queue.earlier", "Train Earlier", "Move the waiting experiment up in the queue", "Run", "earlier", "",
            "can_move_earlier"),
    Command("queue.later", "Train Later", "Move the waiting experiment down in the queue", "Run", "later", "",
            "can_move_later"),
    Command("queue.remove", "Remove from Queue", "The waiting experiment is not trained", "Run", "trash", "",
            "waiting_selected"),
    Command("runs.resume", "Resume Selected Run", "Go on training it", "Runs", "resume", "", "can_resume_selected"),
    Command("runs.duplicate", "Use These Settings", "Copy the run's settings into the setup", "Runs", "copy", "Ctrl+D",
            "one_selected"),
    Command("runs.open_folder", "Open Folder", "Show the run's files", "Runs", "folder", "", "one_selected"),
    Command("runs.delete", "Delete Runs…", "Move the runs to the system's bin", "Runs", "trash", "Ctrl+Backspace",
            "some_selected", gap=True),
    Command("view.curves", "Learning Curves", "Loss and accuracy over the run", "View", "", "Ctrl+1"),
    Command("view.adaptation", "Adaptation", "How held-out tasks are learnt", "View", "", "Ctrl+2"),
    Command("view.episodes", "Episodes", "Single tasks, and what the model says of each query", "View", "", "Ctrl+3"),
    Command("view.gradients", "Gradients", "What tasks pull at, layer by layer, and step sizes", "View", "", "Ctrl+4"),
    Command("view.confusion", "Confusion", "Which classes are taken for which, and calibration", "View", "", "Ctrl+6"),
    Command("view.tryit", "Try It", "Draw a task of your own, and watch the model solve it", "View", "", "Ctrl+7"),
    Command("view.compare", "Compare", "Runs on the same tasks, and whether they differ", "View", "", "Ctrl+8"),
    Command("view.take_out", "In Its Own Window", "Take this view out into a window; closing that puts it back", "View",
            "take-out", "Ctrl+Shift+D", gap=True),
    Command("view.theme_system", "Follow the System", "Light or dark as the system says", "View", gap=True),
    Command("view.theme_light", "Light", "Always light", "View"),
    Command("view.theme_dark", "Dark", "Always dark", "View"),
    Command("help.palette", "Command Palette…", "Find any command by its name", "Help", "command", "Ctrl+Shift+P",
            toolbar=True),
    Command("help.about", "About Innerloop", "Version and folders", "Help", "info", gap=True),
)  # fmt: skip

MENUS = ("File", "Edit", "Run", "Runs", "View", "Help")


def named(identifier: str) -> Command:
    """The command with an id. Raises KeyError."""
    return {command.id: command for command in COMMANDS}[identifier]
