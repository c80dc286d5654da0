"""Where the scripts of India meet the terminal: nothing else in the program knows how wide they are drawn.

Terminals disagree. Most draw a vowel sign that stands beside its letter (का) in a cell of its own, some draw
the whole letter in one; Rich and Textual count such signs as nothing. So the terminal is asked (`probe`),
Rich and Textual are made to count as it draws (`measuring`), and what follows such a word is addressed by its
column (`painting`): a border stands where it belongs even where the terminal was misunderstood. `lines_up`
joins the three to an app.

Importing this package imports nothing: the question is put before Textual is loaded.
"""
