"""What leaves the program: a run in the forms that other programs read, and as a page for people."""

NAMES = ("weights", "onnx", "tensorboard", "mlflow", "toml", "command", "script")  # of the forms in forms.py
