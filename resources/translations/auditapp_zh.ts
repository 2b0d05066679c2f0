<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>Version {version} · Qt {qt}</source>
        <translation>版本 {version} · Qt {qt}</translation>
    </message>
    <message>
        <source>Go to anything: a page, a question, an audit, a command</source>
        <translation>跳转到任意位置：页面、检查项、审核、命令</translation>
    </message>
    <message>
        <source>The pages of the audit, all audits</source>
        <translation>审核的各页面、全部审核</translation>
    </message>
    <message>
        <source>Set the result of the question (in a text field: Alt and the key)</source>
        <translation>设置检查项的判定（在文本框中：Alt 加该键）</translation>
    </message>
    <message>
        <source>The next question, the next unanswered question</source>
        <translation>下一检查项、下一未答检查项</translation>
    </message>
    <message>
        <source>Raise a finding, choose the unit</source>
        <translation>提出审核发现、选择受审核单位</translation>
    </message>
    <message>
        <source>Leave a text field</source>
        <translation>离开文本框</translation>
    </message>
    <message>
        <source>Undo and redo anything, also after reopening</source>
        <translation>撤销和重做任何操作，重新打开后仍可</translation>
    </message>
    <message>
        <source>New audit, open an audit</source>
        <translation>新建审核、打开审核</translation>
    </message>
    <message>
        <source>About auditapp</source>
        <translation>关于 auditapp</translation>
    </message>
    <message>
        <source>Audits complaint handling against ISO 10002:2018, without a network. Nothing leaves this computer unless you send it.</source>
        <translation>依据 ISO 10002:2018 审核投诉处理过程，无需联网。除非您主动发送，任何内容都不会离开本机。</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Licence: Apache-2.0. Made with Qt for Python (LGPL), SQLAlchemy, openpyxl, ReportLab and others. Font: Noto Sans SC (SIL Open Font License).</source>
        <translation>许可证：Apache-2.0。使用 Qt for Python（LGPL）、SQLAlchemy、openpyxl、ReportLab 等。字体：Noto Sans SC（SIL 开源字体许可证）。</translation>
    </message>
</context>
<context>
    <name>AddEvidenceDialog</name>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole organization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose evidence files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted picture, {width} × {height}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing chosen; drop files here, or paste with Ctrl+Shift+V</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file first, or paste a picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write down what was seen or said first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the number of the document or ticket first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos are turned upright, bounded in size and freed of camera data; this keeps the file as it was beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is, in a few words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who (role)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The role, not the name: team lead of the hotline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What confirms it: a record, another person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it comes from or is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished">受审核单位</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AdoptionForm</name>
    <message>
        <source>the document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the clauses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proof of adoption still needs {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose or drop …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The document becomes evidence and is linked to the proof</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File of the document</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Answering</name>
    <message>
        <source>There is neither a picture nor a file to take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AppContext</name>
    <message>
        <source>{what}: was {before}, now {after}</source>
        <translation>{what}：原为{before}，现为{after}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>已撤销：{what}</translation>
    </message>
    <message>
        <source>Done again: {what}</source>
        <translation>已重做：{what}</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
</context>
<context>
    <name>AskDialog</name>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AssignPane</name>
    <message>
        <source>Auditor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who audits what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {questions} questions, {hours} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All sections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All units</source>
        <translation type="unfinished">全部单位</translation>
    </message>
    <message>
        <source>Section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>several, as now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BilingualField</name>
    <message>
        <source>{lang} · ! missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{lang} · ↻ outdated: the main text changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{lang} · ✓</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardPane</name>
    <message>
        <source>Applies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The decision goes before sector and jurisdiction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in force since {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replaced by {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changes are expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cited by {questions}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Does not apply here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan decided that it does not apply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan decided that it applies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adopted by the management in {units}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card is for: jurisdiction {place}, {sectors}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This audit: {place}, {sector}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sector, jurisdiction or date do not match.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChecklistClausePane</name>
    <message>
        <source>Clauses and questions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChecklistLinkDialog</name>
    <message>
        <source>Link existing evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One item can support many answers. Space marks, Enter links what is marked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No evidence item fits.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChecklistNoteDialog</name>
    <message>
        <source>Quick note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the language spoken; it prints as it stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person or source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChecklistPage</name>
    <message>
        <source>saved {time}</source>
        <translation type="unfinished">已保存 {time}</translation>
    </message>
</context>
<context>
    <name>ChecklistQuestionPane</name>
    <message>
        <source>Why it does not apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter sets the result, Esc leaves it as it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Degree of fulfilment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClausePane</name>
    <message numerus="yes">
        <source>%n open</source>
        <comment>questions</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>All answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{answered} of {asked} answered, {reviewed} reviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search, both languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search questions in both languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search questions, notes and guidance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing fits. Change the search or the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} {title}: {answered} of {asked} answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not answered</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Page, command, audit, question …</source>
        <translation>页面、命令、审核、检查项……</translation>
    </message>
    <message>
        <source>Go to anything</source>
        <translation>跳转</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>查找结果</translation>
    </message>
</context>
<context>
    <name>CriteriaPart</name>
    <message>
        <source>Search criteria</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search, in either language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proofs of adoption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adoption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n questions stand on guidance alone.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The cards that the audit&apos;s packs cite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New proof</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a proof ISO 10002 is guidance: grades stop at improvement.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Force here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CriteriaStep</name>
    <message>
        <source>Search all cited criteria, in either language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search criteria</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criteria of the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Law and regulator&apos;s rules that the packs cite; a search finds the others too. The auditee&apos;s own rules are added on Plan, Criteria.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>applies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by itself: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>Pick a day</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DatesStep</name>
    <message>
        <source>The report is due 10 working days after the closing meeting (Monday to Friday, holidays not counted) until you set another day. Dates can follow later.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message>
        <source>not answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} no longer supports this answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished">撤销</translation>
    </message>
    <message numerus="yes">
        <source>%n large file(s) linked, not embedded: keep them where they are</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n evidence item(s) added</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Finding raised from {question}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished">打开</translation>
    </message>
    <message>
        <source>Answer the question first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{result} (would be {severer})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>This is the last question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the first question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything shown here is answered</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EvidenceAdder</name>
    <message>
        <source>Link large files?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These files are larger than {limit} MB. Their path and SHA-256 are recorded and the files stay where they are:
{names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screenshot {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading evidence files</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EvidenceColumns</name>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished">受审核单位</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished">审核发现</translation>
    </message>
    <message>
        <source>Personal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Obtained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EvidenceFields</name>
    <message>
        <source>Whole organization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was seen or said, in the words used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who (role)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period covered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of document or ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reliability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 medium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished">受审核单位</translation>
    </message>
    <message>
        <source>Obtained on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Observed at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time of observation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EvidencePage</name>
    <message>
        <source>Evidence</source>
        <translation type="unfinished">审核证据</translation>
    </message>
    <message>
        <source>No evidence yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop files anywhere on this page, paste a picture, or write a note.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items that support nothing yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items that were withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EvidencePane</name>
    <message>
        <source>Withdrawn: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished">打开</translation>
    </message>
    <message>
        <source>Save a copy …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished">姓名</translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Obtained by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing yet. Link it to the questions and findings that it supports.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw {number}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number and trace stay; the item is no longer listed or printed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bytes of this item are not in this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the linked file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ present and unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>! changed since it was recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>! not on this machine</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EvidencePreview</name>
    <message>
        <source>The file is linked; open it to see it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bytes of this item are not in this file; title and hash stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no preview of this file.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EvidenceStrip</name>
    <message>
        <source>File …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture from the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quick note …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link existing evidence …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add evidence: drop files here, paste a picture, or choose  E</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>evidence items</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Space opens, Delete takes it off this answer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EvidenceWords</name>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screenshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Observation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Masked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterMenu</name>
    <message>
        <source>Unanswered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not reviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Core questions only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guidance only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingRow</name>
    <message>
        <source>No finding from this question</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingWords</name>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1  Criterion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>which rule, which article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2  Condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what was found: facts, numbers, where, when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3  Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what shows it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4  Cause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>why, as far as it is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5  Consequence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what it leads to, for whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the auditee&apos;s own words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cause as the auditee sees it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer of the team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to a comment or a dispute; never put into the auditee&apos;s mouth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as it will print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The auditee&apos;s side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audit team&apos;s side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The facts changed: they must be confirmed again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished">撤销</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>Nothing to ask yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose in the plan which units are audited with which checklist packs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All units</source>
        <translation type="unfinished">全部单位</translation>
    </message>
    <message>
        <source>1 … 6 set the cell · arrows move · Enter opens · 0 takes back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the question</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FramePart</name>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n points block it: see Overview.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Only for: {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GuidancePane</name>
    <message>
        <source>Guidance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to look for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask to see</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to grade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Negative test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guidance only:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add the auditee&apos;s rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>would be, if adopted; here {result}, fulfilment {degree}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not apply here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paraphrase not yet checked against the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weak, without a departure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes any departure major</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adopted by {document}, {date}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>All units</source>
        <translation>全部单位</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>受审核单位</translation>
    </message>
    <message>
        <source>Go to anything …</source>
        <translation>跳转到……</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>About and keys</source>
        <translation>关于与快捷键</translation>
    </message>
</context>
<context>
    <name>HistoryPopover</name>
    <message>
        <source>History of this answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was {before}, now {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(taken back)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Degree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Observed on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Open …</source>
        <translation>打开……</translation>
    </message>
    <message>
        <source>Example audit</source>
        <translation>示例审核</translation>
    </message>
    <message>
        <source>Open an audit file</source>
        <translation>打开审核文件</translation>
    </message>
    <message>
        <source>Recent audits</source>
        <translation>最近的审核</translation>
    </message>
    <message>
        <source>Actions that need someone</source>
        <translation>待办的整改措施</translation>
    </message>
    <message>
        <source>No audits yet</source>
        <translation>还没有审核</translation>
    </message>
    <message>
        <source>An audit is one file on this computer. Look at the example first, begin your own, or drop an audit file here.</source>
        <translation>一次审核就是本机上的一个文件。可以先看看示例，也可以新建审核，或把审核文件拖到这里。</translation>
    </message>
    <message>
        <source>Open the example audit</source>
        <translation>打开示例审核</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Take off this list</source>
        <translation>从列表中移除</translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <comment>actions</comment>
        <translation>
            <numerusform>%n 项逾期</numerusform>
        </translation>
    </message>
    <message>
        <source>File not found</source>
        <translation>找不到文件</translation>
    </message>
    <message>
        <source>{title}: {percent} % answered, {major} major, {minor} minor, {improvement} to improve</source>
        <translation>{title}：已完成 {percent}%，严重 {major}，一般 {minor}，改进机会 {improvement}</translation>
    </message>
    <message>
        <source>overdue {overdue} · due in 14 days {soon} · to verify {verify}</source>
        <translation>逾期 {overdue} · 14 天内到期 {soon} · 待验证 {verify}</translation>
    </message>
</context>
<context>
    <name>JobDialog</name>
    <message>
        <source>Stopping …</source>
        <translation>正在停止……</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
</context>
<context>
    <name>JoinDialog</name>
    <message>
        <source>{name} ({code}) is not in the team of this audit.</source>
        <translation>{name}（{code}）不在本次审核的审核组中。</translation>
    </message>
    <message>
        <source>Add me to the team as an auditor</source>
        <translation>把我作为审核员加入审核组</translation>
    </message>
    <message>
        <source>Who you are in this audit</source>
        <translation>您在本次审核中的身份</translation>
    </message>
    <message>
        <source>I am</source>
        <translation>我是</translation>
    </message>
    <message>
        <source>Person of the audit team</source>
        <translation>审核组成员</translation>
    </message>
    <message>
        <source>Every change is kept under a person of the audit. Choosing a person here also changes your settings.</source>
        <translation>每次更改都记在审核中的某个人员名下。在此选择人员也会更改您的设置。</translation>
    </message>
</context>
<context>
    <name>LifeBar</name>
    <message>
        <source>State: {state}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>Number, title, text, source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <comment>supported by an item</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinkList</name>
    <message>
        <source>Open {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take away {what}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LinkPicker</name>
    <message>
        <source>What {number} supports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One item may support many answers and findings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message>
        <source>{shown} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search in both languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No row fits the search and the filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Audit files</source>
        <translation>审核文件</translation>
    </message>
    <message>
        <source>Open an audit</source>
        <translation>打开审核</translation>
    </message>
    <message>
        <source>Building the example audit</source>
        <translation>正在生成示例审核</translation>
    </message>
    <message>
        <source>The settings file was damaged; it was put aside and the defaults apply.</source>
        <translation>设置文件已损坏：已另行保存，现使用默认设置。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>All audits</source>
        <translation>全部审核</translation>
    </message>
    <message>
        <source>Open the example audit</source>
        <translation>打开示例审核</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>About and keys</source>
        <translation>关于与快捷键</translation>
    </message>
</context>
<context>
    <name>MatrixModel</name>
    <message>
        <source>not asked here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MatrixPane</name>
    <message>
        <source>Packs of the units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished">受审核单位</translation>
    </message>
</context>
<context>
    <name>MatrixView</name>
    <message>
        <source>Matrix of questions and units</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageDialog</name>
    <message>
        <source>The program ended unexpectedly last time</source>
        <translation>程序上次异常退出</translation>
    </message>
    <message>
        <source>Something went wrong in the program</source>
        <translation>程序出错</translation>
    </message>
    <message>
        <source>Every change that was shown as saved is in the audit file. The report below says where in the program it happened; it holds nothing from your audits. Please send it to support.</source>
        <translation>凡显示为已保存的更改都在审核文件中。下面的报告只说明程序中出错的位置，不含任何审核内容。请将其发给支持人员。</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Open log folder</source>
        <translation>打开日志文件夹</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>出错报告</translation>
    </message>
</context>
<context>
    <name>NewAuditDialog</name>
    <message>
        <source>What is not filled in takes its default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title, number and you: that is enough to begin; the rest can follow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is audited: head office, branches, sites, outlets, vendors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objectives and scope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready wordings in the audit&apos;s languages; change what does not fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What binds the auditee; by guidance alone grades stop at improvement.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When things happen, and when what is due.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who audits, who goes along, who answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which questions are asked where. A pack is frozen into the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assignment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who audits and who reviews which part, by section and unit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n units</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n questions</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>New audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave without making the audit? What you typed here is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished">取消</translation>
    </message>
    <message>
        <source>Create the audit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewAuditStart</name>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title in the second language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Main language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jurisdiction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished">姓名</translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished">代码</translation>
    </message>
    <message>
        <source>Letters, such as LI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path of the audit file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One file holds the whole audit. It can be copied and mailed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>Type the record first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PacksPart</name>
    <message>
        <source>Packs of the units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who audits what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pack is frozen into the audit: later editions change nothing here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a pack …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freeze a pack of the library into this audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: {n} questions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PacksStep</name>
    <message>
        <source>The library is being read …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{id}  {title} ({n} questions). {about}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>审核计划</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>检查表</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>审核证据</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>投诉工单</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>审核发现</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>整改措施</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>审核报告</translation>
    </message>
    <message>
        <source>New audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress, conformity and what is still missing.</source>
        <translation>进度、符合程度，以及还缺什么。</translation>
    </message>
    <message>
        <source>Units, team, criteria, and who audits what.</source>
        <translation type="vanished">受审核单位、审核组、审核准则与分工。</translation>
    </message>
    <message>
        <source>One question at a time, with result and evidence.</source>
        <translation type="vanished">逐项检查，记录判定和证据。</translation>
    </message>
    <message>
        <source>Files, photos, notes and interviews, numbered.</source>
        <translation type="vanished">文件、照片、笔记和访谈记录，统一编号。</translation>
    </message>
    <message>
        <source>All complaint tickets, tested against the rules.</source>
        <translation>对全部投诉工单逐条按规则测试。</translation>
    </message>
    <message>
        <source>Findings with grade, facts and their life.</source>
        <translation>审核发现的等级、事实和处理过程。</translation>
    </message>
    <message>
        <source>Corrections and corrective actions until verified.</source>
        <translation>纠正与纠正措施，直至验证有效。</translation>
    </message>
    <message>
        <source>The register and the report, as they will print.</source>
        <translation>证据台账与审核报告，所见即所印。</translation>
    </message>
</context>
<context>
    <name>PickDialog</name>
    <message>
        <source>{found} found, {chosen} chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search by number or words, in both languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What can be chosen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanAdoption</name>
    <message>
        <source>Proof that the standard was adopted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ISO 10002 is guidance. It binds where management has adopted it: by a document, from a date, for clauses and units.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as: Resolution of the board 2025-12</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose or drop …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clauses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as: 4-8 or 5.2, 7.1-7.9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record the proof</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanCard</name>
    <message>
        <source>Decision of the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason of the decision</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanDates</name>
    <message>
        <source>Period audited, from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On site, from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action plan due</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanFacts</name>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jurisdiction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classification</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message>
        <source>Frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packs and assignment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan</source>
        <translation type="unfinished">审核计划</translation>
    </message>
</context>
<context>
    <name>PlanRule</name>
    <message>
        <source>Take out of use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as: Customer complaint procedure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose or drop …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wording in the second language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serves these clauses and questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a number or a word, in either language; Return adds the first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found clauses and questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linked clauses and questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Del takes a link away</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuestionPane</name>
    <message>
        <source>Note: what you saw and heard, as it was said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise a finding prefilled from this question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the rule …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clauses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matrix of questions and units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interview: question and note only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History of this answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished">受审核单位</translation>
    </message>
</context>
<context>
    <name>QuestionWords</name>
    <message>
        <source>Conforming</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Improvement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Major</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not conclusive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>core</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>population: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>strata: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minor and major count as improvement here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts as improvement, fulfilment {degree}: {severer}, if adopted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>would be, if adopted; counts as {result}, fulfilment {degree}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Home</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>All audits</source>
        <translation>全部审核</translation>
    </message>
</context>
<context>
    <name>RuleForm</name>
    <message>
        <source>New rule of the auditee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is saved as soon as it has a document; then each field on leaving.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved. It can be cited in findings now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A template is no criterion until a source document replaces it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved. Link it to the clauses or questions that it serves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose or drop …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The document becomes evidence and is linked to the rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File of the document</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Enter your name and code first: every change is kept under them.</source>
        <translation>请先填写姓名和代码：每次更改都以此记录。</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Enter both, name and code, or neither.</source>
        <translation>姓名和代码要么都填，要么都不填。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>界面</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Who I am</source>
        <translation>我的身份</translation>
    </message>
    <message>
        <source>Your name stands on working papers. Your code becomes part of the numbers of evidence and findings, so that two auditors never give the same number.</source>
        <translation>姓名用于工作底稿。代码是证据和审核发现编号的一部分，因此两名审核员不会给出相同的编号。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>1 to 4 letters or digits, such as ZJ</source>
        <translation>1 至 4 位字母或数字，如 ZJ</translation>
    </message>
</context>
<context>
    <name>SignStrip</name>
    <message>
        <source>edited after review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else reviews: this answer is your own work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as prepared by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as reviewed by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer was changed after this; mark it again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartStep</name>
    <message>
        <source>Such as: Hangzhou branch, complaint handling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left empty: the organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder and the name of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the audit a title.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the audit a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give your name: every change is kept under it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder of the file is not there. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give your code: it becomes part of the numbers of your evidence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title ({language})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audit files</source>
        <translation type="unfinished">审核文件</translation>
    </message>
    <message>
        <source>The audit file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>All changes are saved</source>
        <translation>所有更改均已保存</translation>
    </message>
    <message>
        <source>saved {time}</source>
        <translation>已保存 {time}</translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message>
        <source>{state}: still needs {missing}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepDialog</name>
    <message>
        <source>The auditee&apos;s statement; the team may record it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audit team&apos;s step.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TeamPane</name>
    <message>
        <source>Team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take off the team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the person off the team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A code becomes part of the numbers of evidence and findings and stays. The auditee&apos;s people stand here too: they own actions and confirm facts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(you)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished">代码</translation>
    </message>
    <message>
        <source>Up to 8 letters and digits that end with a letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished">姓名</translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telephone or e-mail</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TeamPart</name>
    <message>
        <source>You cannot take yourself off the team.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextPair</name>
    <message>
        <source>Take the proposal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A ready wording in the audit&apos;s languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>both languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>second language missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>second language outdated</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnitsPane</name>
    <message>
        <source>Units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste from Excel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied rows: code, name, kind, parent, in the sample, why not, weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the unit out of the audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A code becomes part of evidence numbers and stays. A unit that is not in the sample stands in the report with the reason; it is asked nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name ({language})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished">代码</translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished">姓名</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much the unit counts in figures over all units: 1 to 100</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnitsStep</name>
    <message>
        <source>At least one unit must be in the sample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why unit {code} is not in the sample.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WordsStep</name>
    <message>
        <source>Objectives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Methods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidentiality</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
