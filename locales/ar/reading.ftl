# What is said in several languages.
reading-also-in = أيضًا بـ:
