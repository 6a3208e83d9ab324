"""Help inside the window: pages, their equations and pictures, and the tour of the first start."""
