"""The Qt application over the engine in `core`."""
