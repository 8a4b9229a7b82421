### Writing a story, on the desk and on the public page.
