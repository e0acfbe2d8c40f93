"""What erasing has to reach."""

HELD = {
    "adoption.Adoption.deviation_explanation",
    "adoption.Advice.words",
    "adoption.AdviceCondition.explanation",
    "adoption.AdviceCondition.text",
    "adoption.CaseStep.words",
    "adoption.GoodExample.passage",
    "adoption.PaperRecord.file_name",
    "adoption.PaperRecord.objection",
    "adoption.Submission.correction_reason",
    "adoption.Submission.declared_function",
    "files",
    "notifications.OutboxMessage.context",
    "profiles.Answer.value",
    "profiles.AnswerRevision.value",
    "profiles.CoReader.name",
    "profiles.FrozenContent.body",
    "profiles.Remark.by_name",
    "profiles.Remark.text",
    "profiles.RemarkThread.state_by_name",
    "rounds.HelpRequest.text",
    "rounds.QuestionLetter.words",
    "rounds.SchoolQuestion.answer",
    "rounds.SchoolQuestion.text",
}
"""Where a name can stand: every column that holds words of the chain, and files."""
