### Readers' comments and the form they come by.

comments-title = Comments
# $count: approved comments.
comments-count = { $count ->
    [0] No comments
    [one] 1 comment
   *[other] { $count } comments
}
comments-empty = No comments yet: yours can be the first.

## One comment

# $name: who wrote it.
comment-by = Comment by { $name }
# $name: who wrote the comment that this one answers.
comment-in-reply-to = In reply to { $name }
comment-link = Link to this comment
comment-reply = Reply
# For screen readers. $name: who is answered.
comment-reply-to = Reply to { $name }
# Above the form. $name: who is answered.
comment-replying-to = You are replying to { $name }
comment-reply-cancel = Cancel the reply
comment-report = Report
# For screen readers. $name: who wrote the comment.
comment-report-of = Report the comment by { $name }
comment-reported = Thank you: the newsroom will look at it.
comment-report-failed = The report was not sent. Try again shortly.

## The form

comment-form-title = Leave a comment
comment-form-hint = Your email address will not be published. Required fields are marked *
comment-name-label = Name *
comment-name-placeholder = How you want to sign
comment-email-label = Email *
comment-email-placeholder = name@example.com
comment-email-hint = Only the newsroom sees it, to write back to you.
comment-body-label = Comment *
comment-body-placeholder = What do you think?
# $max: the most characters a comment may have.
comment-body-hint = Plain text, { $max } characters at most.
# $left: how many characters are left.
comment-body-left = { $left ->
    [one] 1 character left
   *[other] { $left } characters left
}
comment-submit = Post comment
comment-sending = Sending…

## What became of it

comment-held = Your comment is awaiting moderation.
comment-published = Your comment is published. Thank you.
comment-offline = You are offline: we will send it as soon as the connection is back.
# Without a queue on the device: the text stays in the form.
comment-offline-now = You are offline. Your text is still here: send it when the connection is back.
comment-failed = The comment was not sent. Your text is still here: try again shortly.
comment-errors = The comment was not sent: check the marked fields.

## What is wrong with a field

comment-name-missing = Enter your name.
comment-name-long = The name is too long: 80 characters at most.
comment-email-missing = Enter your email address.
comment-email-wrong = This email address does not look right: it should be like name@example.com.
comment-body-missing = Write your comment.
comment-body-long = The comment is too long: 4,000 characters at most.
comment-parent-unknown = The comment you are replying to is gone. You can write a new one.
comment-key-wrong = The form did not arrive in one piece. Reload the page and send the comment again.
comment-conflict = This form has already sent a different comment. Reload the page to write another.
comment-closed = Comments on this story are closed.
