"""Every command of the program, once: menus, toolbar, palette and shortcuts are made from this list.

`needs` names a fact of the desk (workbench.desk.Desk.facts) that must be true for the command to be enabled; the tip
of a command that is off says why, where the desk knows. Commands
are carried out by the desk's method of the same name, with the dot turned into an underscore; those about looking, by
the window's.

The words stand here in English; who shows them says them in the language of the window (workbench.words.tr).
"""

from dataclasses import dataclass

from workbench.words import LANGUAGES


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
    submenu: str = ""  # the menu within the menu that holds it


COMMANDS = (
    Command("session.new", "New", "Start a new session", "File", "new", "Ctrl+N", toolbar=True),
    Command("session.open", "Open…", "Open a session file", "File", "open", "Ctrl+O", toolbar=True),
    Command("session.save", "Save", "Save the session", "File", "save", "Ctrl+S", toolbar=True, gap=True),
    Command("session.save_as", "Save As…", "Save the session in another file", "File", "", "Ctrl+Shift+S"),
    Command("session.revert", "Revert", "Go back to what the file holds", "File", needs="can_revert"),
    Command("setup.copy_command", "Copy Setup as Command", "Copy a line for the terminal that trains this", "File",
            "copy", gap=True),
    Command("setup.copy_toml", "Copy Setup as TOML", "Copy the setup as the text of an experiment's file", "File"),
    Command("setup.copy_script", "Copy Setup as Python Script", "Copy a short program that trains this", "File"),
    Command("program.quit", "Quit", "Leave Innerloop", "File", "", "Ctrl+Q", gap=True),
    Command("edit.undo", "Undo", "Take back the last change of the setup", "Edit", "undo", "Ctrl+Z", "can_undo"),
    Command("edit.redo", "Redo", "Make the change again", "Edit", "redo", "Ctrl+Shift+Z", "can_redo"),
    Command("edit.find_setting", "Find a Setting", "Search the setup", "Edit", "search", "Ctrl+F", gap=True),
    Command("edit.find_run", "Find Runs", "Filter the table of runs", "Edit", "", "Ctrl+Shift+F"),
    Command("edit.find_preset", "Choose a Preset…", "Search the presets", "Edit", "", "Ctrl+P"),
    Command("run.start", "Start", "Train with these settings", "Run", "play", "Ctrl+Return", "can_start", True, True),
    Command("run.pause", "Pause", "Hold after this iteration", "Run", "pause", "Ctrl+.", "can_pause", True),
    Command("run.resume", "Resume", "Go on with the paused run", "Run", "resume", "Ctrl+R", "can_resume", True),
    Command("run.stop", "Stop and Keep", "End the run here and keep it", "Run", "stop", "Ctrl+E", "can_stop", True),
    Command("run.discard", "Stop and Discard…", "End the run and delete it", "Run", "trash", "", "can_stop"),
    Command("run.queue", "Queue", "Let these settings wait: for the run that trains, or until you start the queue",
            "Run", "queue", "Ctrl+Shift+Return", "can_queue", True, True),
    Command("sweep.open", "Vary Settings…", "Give settings several values, and let the runs wait in the queue", "Run",
            "", "Ctrl+Shift+V"),
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
    Command("runs.queue", "Queue Again", "Let the runs' settings wait to be trained once more", "Runs", "queue", "",
            "some_selected"),
    Command("runs.star", "Star", "Mark the runs with a star, or take it away from them", "Runs", "star", "Ctrl+B",
            "some_selected", gap=True),
    Command("runs.tag", "Tags and Colour…", "Keep tags and a colour with the runs", "Runs", "tag", "Ctrl+T",
            "some_selected"),
    Command("runs.rename", "Rename…", "Give the run another name; its folder keeps its own", "Runs", "edit", "F2",
            "one_selected"),
    Command("runs.notes", "Notes…", "Write down what is to be remembered of the run", "Runs", "", "", "one_selected"),
    Command("runs.take_back", "Take Back", "Undo the last change of stars, tags, colours, names or notes", "Runs",
            "undo", "", "can_take_back"),
    Command("runs.open_folder", "Open Folder", "Show the run's files", "Runs", "folder", "", "one_selected"),
    Command("runs.report", "Report…", "Write the runs as one page to read, to print and to send", "Runs", "export", "",
            "some_selected", gap=True),
    Command("runs.export", "Export…", "Write the run in a form that other programs read", "Runs", "save", "",
            "one_selected"),
    Command("runs.delete", "Delete Runs…", "Move the runs to the system's bin", "Runs", "trash", "Ctrl+Backspace",
            "some_selected", gap=True),
    Command("view.curves", "Learning Curves", "Loss and accuracy over the run", "View", "", "Ctrl+1"),
    Command("view.adaptation", "Adaptation", "How held-out tasks are learnt", "View", "", "Ctrl+2"),
    Command("view.episodes", "Episodes", "Single tasks, and what the model says of each query", "View", "", "Ctrl+3"),
    Command("view.gradients", "Gradients", "What tasks pull at, layer by layer, and step sizes", "View", "", "Ctrl+4"),
    Command("view.embedding", "Embedding", "Examples in the plane, as the model sees them", "View", "", "Ctrl+5"),
    Command("view.confusion", "Confusion", "Which classes are taken for which, and calibration", "View", "", "Ctrl+6"),
    Command("view.tryit", "Try It", "Draw a task of your own, and watch the model solve it", "View", "", "Ctrl+7"),
    Command("view.compare", "Compare", "Runs on the same tasks, and whether they differ", "View", "", "Ctrl+8"),
    Command("view.sweep", "Sweep", "The runs of varied settings, and how the result depends on them", "View", "",
            "Ctrl+9"),
    Command("view.columns", "Columns of the Run Table…", "Choose what the table of runs shows", "View", "columns",
            gap=True),
    Command("view.groups", "Group Runs…", "Put the runs under headings: by dataset, tag or any setting", "View",
            "group"),
    Command("view.log", "Log", "What the program said: show or hide it at the bottom", "View", "", "Ctrl+Shift+L"),
    Command("view.take_out", "In Its Own Window", "Take this view out into a window; closing that puts it back", "View",
            "take-out", "Ctrl+Shift+D", gap=True),
    Command("view.theme_system", "Follow the System", "Light or dark as the system says", "View",
            submenu="Theme"),
    Command("view.theme_light", "Light", "Always light", "View", submenu="Theme"),
    Command("view.theme_dark", "Dark", "Always dark", "View", submenu="Theme"),
    Command("view.theme_contrast", "High Contrast", "White on black, with clear outlines", "View", submenu="Theme"),
    Command("view.text_grow", "Increase Text Size", "The next larger text, in the whole window", "View", "", "Ctrl+=",
            submenu="Text Size"),
    Command("view.text_shrink", "Decrease Text Size", "The next smaller text, in the whole window", "View", "",
            "Ctrl+-", submenu="Text Size"),
    Command("view.text_smaller", "Smaller Text", "Nine tenths of the normal size", "View", gap=True,
            submenu="Text Size"),
    Command("view.text_normal", "Normal Text", "Text as large as the program is made for", "View", "", "Ctrl+0",
            submenu="Text Size"),
    Command("view.text_larger", "Larger Text", "Larger by an eighth", "View", submenu="Text Size"),
    Command("view.text_largest", "Largest Text", "Larger by a quarter, to be read from further away", "View",
            submenu="Text Size"),
    Command("view.motion_system", "Motion as the System Says", "Reduced where the system asks for that", "View",
            submenu="Motion"),
    Command("view.motion_reduced", "Reduced Motion", "Nothing moves by itself, or over and over", "View",
            submenu="Motion"),
    Command("view.motion_full", "Full Motion", "Points glide, and bars move, whatever the system says", "View",
            submenu="Motion"),
    Command("view.language_system", "Language of the System", "The system's language, where Innerloop speaks it",
            "View", submenu="Language"),
    *(Command(f"view.language_{key}", name, name, "View", submenu="Language") for key, name in LANGUAGES.items()),
    Command("help.contents", "Help", "Explain the setting or view that has the focus, or what meta-learning is", "Help",
            "help", "F1"),
    Command("help.view", "About This View", "What the view in front shows, and how to read it", "Help", "", "Shift+F1"),
    Command("help.tour", "Tour of the Window", "The four places to know, one after another", "Help"),
    Command("help.example_waves", "Example: Sine Waves", "A network learns to bend onto any wave, in half a minute",
            "Help", gap=True),
    Command("help.example_characters", "Example: Invented Characters", "A network learns to know a character again "
            "that it has seen once, in a minute", "Help"),
    Command("help.example_methods", "Example: Three Methods Compared", "Prototypical Networks, MAML and Baseline++ "
            "wait in the queue, for some minutes", "Help"),
    Command("help.palette", "Command Palette…", "Find any command by its name", "Help", "command", "Ctrl+Shift+P",
            toolbar=True, gap=True),
    Command("help.about", "About Innerloop", "Version and folders", "Help", "info", gap=True),
)  # fmt: skip

MENUS = ("File", "Edit", "Run", "Runs", "View", "Help")


def named(identifier: str) -> Command:
    """The command with an id. Raises KeyError."""
    return {command.id: command for command in COMMANDS}[identifier]
