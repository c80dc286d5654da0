"""Who is signed in on this machine: resume, sign in, sign out."""
