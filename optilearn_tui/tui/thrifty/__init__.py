"""What is sent to the terminal: only what changed.

Textual sends every cell it paints, each with its whole style. Here what it writes is kept as a picture of the
screen (`canvas`); a second one tells what the terminal shows (`painter`), and only the cells that differ are
sent, styles as differences (`look`), the cursor moved the cheapest way (`pen`). `output` stands between
Textual's writing thread and the terminal, `driver` puts it there. Where a picture stood on the terminal
before Textual came (`first_frame.stage`), they begin with that.

Importing this package imports nothing: what it needs of Textual is imported where the driver is chosen.
"""
