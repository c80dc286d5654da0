"""What the screens say of a child."""
