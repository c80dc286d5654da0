"""What the screens say of a child, in words and styles, whichever toolkit draws it.

One file a noun. Nothing here imports Textual, so that a dashboard can be worded while Textual is not loaded.
"""
