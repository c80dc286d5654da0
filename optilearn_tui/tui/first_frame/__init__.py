"""What stands on the terminal before the toolkit is even imported, and who gives the terminal back.

Nothing here may import what costs time: that is what it is for.
"""
