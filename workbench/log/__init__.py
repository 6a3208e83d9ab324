"""What the program said: the journal, the panel that shows it, and the reports of crashes."""
