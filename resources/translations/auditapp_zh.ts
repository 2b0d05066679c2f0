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
        <source>Criteria, glossary, ambiguities: where it is written</source>
        <translation>条款、术语、歧义：查找出处</translation>
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
    <name>ActionColumns</name>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>审核发现</translation>
    </message>
    <message>
        <source>What will be done</source>
        <translation>措施内容</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>完成期限</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
</context>
<context>
    <name>ActionView</name>
    <message>
        <source>Actions</source>
        <translation>整改措施</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>Previous action</source>
        <translation>上一项措施</translation>
    </message>
    <message>
        <source>Next action</source>
        <translation>下一项措施</translation>
    </message>
    <message>
        <source>Go to the finding</source>
        <translation>转到审核发现</translation>
    </message>
    <message>
        <source>! overdue</source>
        <translation>! 已逾期</translation>
    </message>
    <message>
        <source>! effectiveness check overdue</source>
        <translation>! 有效性验证已逾期</translation>
    </message>
    <message>
        <source>Cancelled: {reason}</source>
        <translation>已取消：{reason}</translation>
    </message>
</context>
<context>
    <name>ActionsPage</name>
    <message>
        <source>Actions</source>
        <translation>整改措施</translation>
    </message>
    <message>
        <source>No actions yet</source>
        <translation>还没有整改措施</translation>
    </message>
    <message>
        <source>Corrections and corrective actions are added to a finding.</source>
        <translation>纠正和纠正措施在审核发现下添加。</translation>
    </message>
    <message>
        <source>Go to the findings</source>
        <translation>转到审核发现</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未完结</translation>
    </message>
    <message>
        <source>Neither verified nor cancelled</source>
        <translation>尚未验证有效，也未取消</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>Past its due date and not done</source>
        <translation>已过期限仍未完成</translation>
    </message>
    <message>
        <source>To verify</source>
        <translation>待验证</translation>
    </message>
    <message>
        <source>Reported as done; waits for the team&apos;s verdict</source>
        <translation>已报告完成，等待审核组验证</translation>
    </message>
    <message>
        <source>{day} overdue</source>
        <translation>{day} 已逾期</translation>
    </message>
</context>
<context>
    <name>AddEvidenceDialog</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Whole organization</source>
        <translation>组织整体</translation>
    </message>
    <message>
        <source>Choose evidence files</source>
        <translation>选择证据文件</translation>
    </message>
    <message>
        <source>Pasted picture, {width} × {height}</source>
        <translation>粘贴的图片，{width} × {height}</translation>
    </message>
    <message>
        <source>{n} files</source>
        <translation>{n} 个文件</translation>
    </message>
    <message>
        <source>Nothing chosen; drop files here, or paste with Ctrl+Shift+V</source>
        <translation>尚未选择；可将文件拖到此处，或按 Ctrl+Shift+V 粘贴</translation>
    </message>
    <message>
        <source>Choose a file first, or paste a picture.</source>
        <translation>请先选择文件，或粘贴图片。</translation>
    </message>
    <message>
        <source>Write down what was seen or said first.</source>
        <translation>请先写下看到或听到的内容。</translation>
    </message>
    <message>
        <source>Give the number of the document or ticket first.</source>
        <translation>请先填写文件或工单编号。</translation>
    </message>
    <message>
        <source>Add evidence</source>
        <translation>添加证据</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Keep the original</source>
        <translation>保留原件</translation>
    </message>
    <message>
        <source>Photos are turned upright, bounded in size and freed of camera data; this keeps the file as it was beside it.</source>
        <translation>照片会自动摆正、限制尺寸并去除拍摄信息；勾选后同时保留原始文件。</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>What it is, in a few words</source>
        <translation>用几个字说明这是什么</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Who (role)</source>
        <translation>对象（职务）</translation>
    </message>
    <message>
        <source>The role, not the name: team lead of the hotline</source>
        <translation>写职务而不写姓名，如：热线班长</translation>
    </message>
    <message>
        <source>Second source</source>
        <translation>第二来源</translation>
    </message>
    <message>
        <source>What confirms it: a record, another person</source>
        <translation>可以印证的记录或其他人员</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>来源／持有人</translation>
    </message>
    <message>
        <source>Where it comes from or is kept</source>
        <translation>取自何处、由谁保存</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>个人信息</translation>
    </message>
</context>
<context>
    <name>AdoptionForm</name>
    <message>
        <source>the document</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>its date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>the clauses</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>the units</source>
        <translation>适用单位</translation>
    </message>
    <message>
        <source>The proof of adoption still needs {what}.</source>
        <translation>采用证明还缺：{what}。</translation>
    </message>
    <message>
        <source>Choose or drop …</source>
        <translation>选择或拖入…</translation>
    </message>
    <message>
        <source>The document becomes evidence and is linked to the proof</source>
        <translation>该文件将登记为证据，并与采用证明关联</translation>
    </message>
    <message>
        <source>File of the document</source>
        <translation>文件原件</translation>
    </message>
</context>
<context>
    <name>AmbiguitiesTab</name>
    <message>
        <source>A word, a rule, a switch</source>
        <translation>词语、规则或开关</translation>
    </message>
    <message>
        <source>Search the ambiguities</source>
        <translation>搜索歧义</translation>
    </message>
    <message>
        <source>Ambiguities</source>
        <translation>歧义登记</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>What is unclear</source>
        <translation>不明确之处</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Readings</source>
        <translation>可选解读</translation>
    </message>
    <message>
        <source>Read so unless the audit chooses otherwise</source>
        <translation>默认解读，审核可另行选择</translation>
    </message>
    <message>
        <source>Where it counts</source>
        <translation>影响范围</translation>
    </message>
    <message>
        <source>Switch</source>
        <translation>开关</translation>
    </message>
</context>
<context>
    <name>Answering</name>
    <message>
        <source>There is neither a picture nor a file to take</source>
        <translation>剪贴板或拖放内容中没有图片或文件</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>添加文件</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Add photos</source>
        <translation>添加照片</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
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
    <message>
        <source>Backed up at {time}</source>
        <translation>已于 {time} 备份</translation>
    </message>
</context>
<context>
    <name>ArrivalDialog</name>
    <message>
        <source>Criteria that come with it</source>
        <translation>随包带入的准则</translation>
    </message>
    <message>
        <source>Criteria that read otherwise here; yours stay</source>
        <translation>与本机内容不同的准则（保留本机的）</translation>
    </message>
</context>
<context>
    <name>AskDialog</name>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
</context>
<context>
    <name>AssignPane</name>
    <message>
        <source>Auditor</source>
        <translation>审核员</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>复核人</translation>
    </message>
    <message>
        <source>Who audits what</source>
        <translation>审核分工</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>未分配</translation>
    </message>
    <message>
        <source>{name}: {questions} questions, {hours} h</source>
        <translation>{name}：{questions} 项，{hours} 小时</translation>
    </message>
    <message>
        <source>All sections</source>
        <translation>全部章节</translation>
    </message>
    <message>
        <source>All units</source>
        <translation>全部单位</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>several, as now</source>
        <translation>多人（不变）</translation>
    </message>
</context>
<context>
    <name>AuditeeSide</name>
    <message>
        <source>The auditee&apos;s side</source>
        <translation>受审核方填写</translation>
    </message>
    <message>
        <source>Evidence of the proof</source>
        <translation>完成证明的证据</translation>
    </message>
    <message>
        <source>What will be done</source>
        <translation>措施内容</translation>
    </message>
    <message>
        <source>Root cause</source>
        <translation>根本原因</translation>
    </message>
    <message>
        <source>five whys, one numbered line each; stop where the cause can be removed</source>
        <translation>五个为什么，逐行编号；追到可以消除的原因为止</translation>
    </message>
    <message>
        <source>Proof that it was done</source>
        <translation>完成证明</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>The role that answers for it</source>
        <translation>对此负责的岗位</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>完成期限</translation>
    </message>
    <message>
        <source>Link …</source>
        <translation>关联…</translation>
    </message>
    <message>
        <source>Link evidence that is there</source>
        <translation>关联已有证据</translation>
    </message>
    <message>
        <source>Add …</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Add new evidence</source>
        <translation>添加新证据</translation>
    </message>
    <message>
        <source>Extensions: {n}. First due {first}. Last reason: {reason}</source>
        <translation>已延期 {n} 次，最初期限 {first}，最近一次理由：{reason}</translation>
    </message>
    <message>
        <source>None yet. A record, a photo or a file shows that it was done.</source>
        <translation>暂无。记录、照片或文件都可以证明措施已完成。</translation>
    </message>
    <message>
        <source>Extend the due date?</source>
        <translation>要延长完成期限吗？</translation>
    </message>
    <message>
        <source>From {before} to {after}. It counts as extension number {n}.</source>
        <translation>由 {before} 延至 {after}，计为第 {n} 次延期。</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>延期</translation>
    </message>
    <message>
        <source>Proof of {number}</source>
        <translation>{number} 的完成证明</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Made</source>
        <translation>备份时间</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Restore as a new file</source>
        <translation>恢复为新文件</translation>
    </message>
    <message>
        <source>Restoring a backup</source>
        <translation>正在恢复备份</translation>
    </message>
    <message>
        <source>Audit files</source>
        <translation>审核文件</translation>
    </message>
    <message>
        <source>Restore as</source>
        <translation>恢复为</translation>
    </message>
    <message>
        <source>Restored and verified: {name}</source>
        <translation>已恢复并通过校验：{name}</translation>
    </message>
    <message numerus="yes">
        <source>Restored: {name}. %n attachment(s) could not be found in any backup.</source>
        <translation>
            <numerusform>已恢复：{name}。有 %n 个附件在所有备份中均未找到。</numerusform>
        </translation>
    </message>
    <message>
        <source>Open an audit first: backups are made of it.</source>
        <translation>请先打开一项审核，再为它备份。</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>There is no backup yet: one is made whenever an audit that changed is closed, and every 15 minutes while you work.</source>
        <translation>还没有备份：有改动的审核在关闭时自动备份，工作期间每 15 分钟备份一次。</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>The backup becomes a new file, is verified and opened. The audit file itself is not touched.</source>
        <translation>备份将恢复为新文件，校验后打开。原审核文件不受影响。</translation>
    </message>
</context>
<context>
    <name>Bench</name>
    <message>
        <source>Import …</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>A bundle, a workbook, or a checklist that others wrote; or drop a file here</source>
        <translation>整包文件、工作簿或他人编写的检查表；也可将文件拖到这里</translation>
    </message>
    <message>
        <source>{pack} is saved as version {version}.</source>
        <translation>{pack} 已保存为第 {version} 版。</translation>
    </message>
</context>
<context>
    <name>BilingualField</name>
    <message>
        <source>{lang} · ! missing</source>
        <translation>{lang} · ! 缺少</translation>
    </message>
    <message>
        <source>{lang} · ↻ outdated: the main text changed</source>
        <translation>{lang} · ↻ 已过时：主语言文本已修改</translation>
    </message>
    <message>
        <source>{lang} · ✓</source>
        <translation>{lang} · ✓</translation>
    </message>
</context>
<context>
    <name>BoardList</name>
    <message>
        <source>Search the rules</source>
        <translation>查找规则</translation>
    </message>
    <message>
        <source>A number, a word, a clause</source>
        <translation>编号、词语或条款</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>例外</translation>
    </message>
    <message>
        <source>Only rules with exceptions</source>
        <translation>仅列有例外的规则</translation>
    </message>
    <message>
        <source>Cannot test</source>
        <translation>无法测试</translation>
    </message>
    <message>
        <source>Only rules that could not test every ticket</source>
        <translation>仅列有工单无法测试的规则</translation>
    </message>
    <message>
        <source>Results by rule</source>
        <translation>各规则测试结果</translation>
    </message>
    <message>
        <source>compared</source>
        <translation>已比较</translation>
    </message>
    <message>
        <source>cannot test</source>
        <translation>无法测试</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>{n} accepted</source>
        <translation>已接受{n}件</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>比率</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>趋势</translation>
    </message>
    <message>
        <source>fail {failed}, pass {passed}, running {running}, cannot test {untested}, not applicable {out}</source>
        <translation>未通过{failed}，通过{passed}，未到期{running}，无法测试{untested}，不适用{out}</translation>
    </message>
</context>
<context>
    <name>BreakdownPane</name>
    <message>
        <source>Breakdown</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Below 30 tested tickets only n/N is shown.</source>
        <translation>可测试工单不足30件的，只列 n/N。</translation>
    </message>
    <message>
        <source>Show its exceptions</source>
        <translation>查看其例外</translation>
    </message>
    <message>
        <source>Only the exceptions of this line</source>
        <translation>仅列本行的例外</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>比率</translation>
    </message>
    <message>
        <source>n / N</source>
        <translation>n / N</translation>
    </message>
    <message>
        <source>Cannot test</source>
        <translation>无法测试</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>未填</translation>
    </message>
</context>
<context>
    <name>CardPane</name>
    <message>
        <source>Applies</source>
        <translation>适用</translation>
    </message>
    <message>
        <source>Does not apply</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>The decision goes before sector and jurisdiction</source>
        <translation>此决定优先于行业和法域的匹配</translation>
    </message>
    <message>
        <source>in force since {day}</source>
        <translation>{day}起施行</translation>
    </message>
    <message>
        <source>replaced by {what}</source>
        <translation>已被{what}替代</translation>
    </message>
    <message>
        <source>changes are expected</source>
        <translation>预计修订</translation>
    </message>
    <message>
        <source>Cited by {questions}</source>
        <translation>引用的检查项：{questions}</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>等，另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Does not apply here</source>
        <translation>在此不适用</translation>
    </message>
    <message>
        <source>The plan decided that it does not apply.</source>
        <translation>审核计划决定不适用。</translation>
    </message>
    <message>
        <source>The plan decided that it applies.</source>
        <translation>审核计划决定适用。</translation>
    </message>
    <message>
        <source>Adopted by the management in {units}.</source>
        <translation>管理层已决定在 {units} 采用。</translation>
    </message>
    <message>
        <source>any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>The card is for: jurisdiction {place}, {sectors}.</source>
        <translation>适用范围：法域 {place}，{sectors}。</translation>
    </message>
    <message>
        <source>This audit: {place}, {sector}.</source>
        <translation>本次审核：{place}，{sector}。</translation>
    </message>
    <message>
        <source>Sector, jurisdiction or date do not match.</source>
        <translation>行业、法域或日期不匹配。</translation>
    </message>
</context>
<context>
    <name>CardPart</name>
    <message>
        <source>YYYY-MM-DD HH:MM</source>
        <translation>年-月-日 时:分</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>System</source>
        <translation>来源系统</translation>
    </message>
    <message>
        <source>Which system it comes from</source>
        <translation>数据取自哪个系统</translation>
    </message>
    <message>
        <source>Run by</source>
        <translation>提取人</translation>
    </message>
    <message>
        <source>Name and role</source>
        <translation>姓名与岗位</translation>
    </message>
    <message>
        <source>Run at (also as-of, if none is given)</source>
        <translation>提取时间（未填截止时点时亦作截止时点）</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>截止时点</translation>
    </message>
    <message>
        <source>Period from</source>
        <translation>期间起</translation>
    </message>
    <message>
        <source>Period to</source>
        <translation>期间止</translation>
    </message>
    <message>
        <source>Tickets in it, as the auditee told</source>
        <translation>受审核方告知的工单数</translation>
    </message>
    <message>
        <source>Told where</source>
        <translation>告知来源</translation>
    </message>
    <message>
        <source>Report, mail, interview</source>
        <translation>报表、邮件、访谈</translation>
    </message>
    <message>
        <source>Query or filter</source>
        <translation>查询语句或筛选条件</translation>
    </message>
    <message>
        <source>The query&apos;s text, or the filters as they were set</source>
        <translation>查询语句原文，或当时设置的筛选条件</translation>
    </message>
    <message>
        <source>Evidence of the query</source>
        <translation>查询证据</translation>
    </message>
    <message>
        <source>Attach a screenshot …</source>
        <translation>附上截图…</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Withdraw this extract …</source>
        <translation>撤回此次提取…</translation>
    </message>
    <message>
        <source>A screenshot of the query as it ran, or the file that the system gave.</source>
        <translation>查询执行时的截图，或系统给出的文件。</translation>
    </message>
    <message>
        <source>Evidence {number}</source>
        <translation>证据 {number}</translation>
    </message>
    <message>
        <source>Pseudonyms: the key was not kept, so it cannot be compared</source>
        <translation>假名：密钥未保留，无法与其他提取比对</translation>
    </message>
    <message>
        <source>Pseudonyms: under the audit&apos;s key</source>
        <translation>假名：使用本次审核的密钥</translation>
    </message>
    <message>
        <source>Withdraw this extract?</source>
        <translation>撤回此次提取？</translation>
    </message>
    <message>
        <source>Its results stay in the audit and count no more; the tickets file stays.</source>
        <translation>其结果仍留在审核文件中，但不再计入；工单文件保留。</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
</context>
<context>
    <name>CardsTab</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Where is it written? Title, article, words</source>
        <translation>出处在哪里？可搜标题、条号、内容</translation>
    </message>
    <message>
        <source>Search criteria</source>
        <translation>搜索准则</translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation>准则</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Force</source>
        <translation>约束力</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>适用地</translation>
    </message>
    <message>
        <source>Sector</source>
        <translation>行业</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>已核对</translation>
    </message>
    <message>
        <source>To be verified</source>
        <translation>待核对</translation>
    </message>
    <message>
        <source>Copy citation</source>
        <translation>复制引文</translation>
    </message>
    <message>
        <source>Source, article and title</source>
        <translation>来源、条号和标题</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>条号</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>About the source</source>
        <translation>来源信息</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>发布机构</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>In force since</source>
        <translation>施行日期</translation>
    </message>
    <message>
        <source>Applies in</source>
        <translation>适用地</translation>
    </message>
    <message>
        <source>Applies to</source>
        <translation>适用行业</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>卡片编号</translation>
    </message>
    <message>
        <source>Changes are expected</source>
        <translation>可能修订，需关注</translation>
    </message>
    <message>
        <source>Not yet checked against the source: read the source before citing it.</source>
        <translation>尚未与原文核对：引用前请查阅原文。</translation>
    </message>
    <message>
        <source>Replaced by:</source>
        <translation>已被取代，现行：</translation>
    </message>
    <message>
        <source>Only the open audit has this card; the library has it no more.</source>
        <translation>仅当前审核中有此卡片，资料库已不再收录。</translation>
    </message>
    <message>
        <source>The open audit keeps an earlier edition of this card, which binds there:</source>
        <translation>当前审核中冻结的是本卡片的较早版本，以其为准：</translation>
    </message>
    <message>
        <source>No question cites it</source>
        <translation>没有检查项引用</translation>
    </message>
    <message numerus="yes">
        <source>Cited by %n question(s)</source>
        <translation>
            <numerusform>被 %n 个检查项引用</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckPane</name>
    <message>
        <source>What is checked</source>
        <translation>核对内容</translation>
    </message>
    <message>
        <source>Control totals</source>
        <translation>控制总数</translation>
    </message>
    <message>
        <source>Extract card</source>
        <translation>数据提取说明</translation>
    </message>
    <message>
        <source>Reconciliation</source>
        <translation>数量核对</translation>
    </message>
    <message>
        <source>Second source</source>
        <translation>第二来源</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>两次提取比对</translation>
    </message>
</context>
<context>
    <name>ChecklistClausePane</name>
    <message>
        <source>Clauses and questions</source>
        <translation>条款与检查项</translation>
    </message>
</context>
<context>
    <name>ChecklistLinkDialog</name>
    <message>
        <source>Link existing evidence</source>
        <translation>关联已有证据</translation>
    </message>
    <message>
        <source>One item can support many answers. Space marks, Enter links what is marked.</source>
        <translation>一项证据可支持多个检查结果。按空格勾选，按回车关联所选证据。</translation>
    </message>
    <message>
        <source>Evidence items</source>
        <translation>证据列表</translation>
    </message>
    <message>
        <source>No evidence item fits.</source>
        <translation>没有符合条件的证据。</translation>
    </message>
</context>
<context>
    <name>ChecklistNoteDialog</name>
    <message>
        <source>Quick note</source>
        <translation>快速记录</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录内容</translation>
    </message>
    <message>
        <source>In the language spoken; it prints as it stands</source>
        <translation>按现场所用语言填写，原样打印</translation>
    </message>
    <message>
        <source>Person or source</source>
        <translation>人员或来源</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
</context>
<context>
    <name>ChecklistPage</name>
    <message>
        <source>saved {time}</source>
        <translation>已保存 {time}</translation>
    </message>
</context>
<context>
    <name>ChecklistQuestionPane</name>
    <message>
        <source>Why it does not apply</source>
        <translation>不适用的理由</translation>
    </message>
    <message>
        <source>Enter sets the result, Esc leaves it as it was</source>
        <translation>回车确认，Esc 保持原判定</translation>
    </message>
    <message>
        <source>Degree of fulfilment</source>
        <translation>满足程度</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>现场记录</translation>
    </message>
</context>
<context>
    <name>ClausePane</name>
    <message numerus="yes">
        <source>%n open</source>
        <comment>questions</comment>
        <translation>
            <numerusform>%n 项未答</numerusform>
        </translation>
    </message>
    <message>
        <source>All answered</source>
        <translation>全部已答</translation>
    </message>
    <message>
        <source>N next</source>
        <translation>N 下一未答</translation>
    </message>
    <message>
        <source>{answered} of {asked} answered, {reviewed} reviewed</source>
        <translation>共 {asked} 项，已答 {answered} 项，已复核 {reviewed} 项</translation>
    </message>
    <message>
        <source>Not asked: {n}</source>
        <translation>不提问：{n}</translation>
    </message>
    <message>
        <source>Hidden by a condition or left out by the plan: show which and why</source>
        <translation>因条件不满足或计划未纳入而不提问：查看是哪些、为什么</translation>
    </message>
    <message>
        <source>Search, both languages</source>
        <translation>搜索中英文</translation>
    </message>
    <message>
        <source>Search questions in both languages</source>
        <translation>搜索检查项（中英文）</translation>
    </message>
    <message>
        <source>Search questions, notes and guidance</source>
        <translation>搜索检查项、记录和检查要点</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Nothing fits. Change the search or the filter.</source>
        <translation>没有符合条件的检查项。请修改搜索词或筛选条件。</translation>
    </message>
    <message>
        <source>{number} {title}: {answered} of {asked} answered</source>
        <translation>{number} {title}：共 {asked} 项，已答 {answered} 项</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>未答</translation>
    </message>
</context>
<context>
    <name>ClockForm</name>
    <message>
        <source>Pauses do not count</source>
        <translation>扣除中止时间</translation>
    </message>
    <message>
        <source>Time in the table of pauses is taken off, whatever its reason</source>
        <translation>扣除中止表中的时间，不论原因</translation>
    </message>
    <message>
        <source>Name in Chinese</source>
        <translation>中文名称</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>英文名称</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>To</source>
        <translation>终点</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>工作日历</translation>
    </message>
    <message>
        <source>as rule {rule} says</source>
        <translation>按规则{rule}</translation>
    </message>
    <message>
        <source>Mainland China (default)</source>
        <translation>中国内地（默认）</translation>
    </message>
    <message>
        <source>Monday to Friday, no holidays</source>
        <translation>周一至周五，不计节假日</translation>
    </message>
</context>
<context>
    <name>ClustersPane</name>
    <message>
        <source>Causes that look systemic: {n}; individual ones are not listed.</source>
        <translation>疑为系统性的原因{n}个；个体偏差不列。</translation>
    </message>
    <message>
        <source>{n} more are not shown.</source>
        <translation>另有{n}个未列出。</translation>
    </message>
    <message>
        <source>Systemic causes</source>
        <translation>系统性原因</translation>
    </message>
    <message>
        <source>Too few months before for a control chart of this cause.</source>
        <translation>此前月份不足，该原因无法绘制控制图。</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Why systemic</source>
        <translation>判定依据</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Untreated</source>
        <translation>未处理</translation>
    </message>
    <message>
        <source>small cell</source>
        <translation>小样本单元</translation>
    </message>
    <message>
        <source>several units</source>
        <translation>多个单位</translation>
    </message>
    <message>
        <source>above the control limit</source>
        <translation>超出控制限</translation>
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
    <name>CompareColumns</name>
    <message>
        <source>vanished</source>
        <translation>消失</translation>
    </message>
    <message>
        <source>came later</source>
        <translation>后来出现</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>What</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>先前</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>{id}, not saved yet</source>
        <translation>{id}（未保存）</translation>
    </message>
    <message>
        <source>{id}, version {n}</source>
        <translation>{id} 第 {n} 版</translation>
    </message>
    <message>
        <source>{id}, a copy of it</source>
        <translation>{id}（其副本）</translation>
    </message>
    <message>
        <source>{id}, version {n}, the model</source>
        <translation>{id} 第 {n} 版（来源）</translation>
    </message>
    <message>
        <source>Compare versions</source>
        <translation>比较版本</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>旧版</translation>
    </message>
    <message>
        <source>Newer</source>
        <translation>新版</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>变化类型</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>What is different</source>
        <translation>差异内容</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>Nothing differs between these two.</source>
        <translation>两者没有差异。</translation>
    </message>
</context>
<context>
    <name>ComparePart</name>
    <message>
        <source>Only one extract</source>
        <translation>只有一次提取</translation>
    </message>
    <message>
        <source>Have the same query run again some days later and import it here: tickets that vanished and times that changed in between show up.</source>
        <translation>请对方数日后重跑同一查询并导入：其间消失的工单和被改动的时间会显现出来。</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>与之比对</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比对</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Comparing extracts</source>
        <translation>正在比对两次提取</translation>
    </message>
    <message>
        <source>{common} tickets in both, {vanished} vanished, {appeared} came later into the same time, {changed} fields changed</source>
        <translation>两次均有 {common} 件，消失 {vanished} 件，同一时段后来出现 {appeared} 件，字段改动 {changed} 处</translation>
    </message>
    <message>
        <source>Changed: {fields}</source>
        <translation>改动：{fields}</translation>
    </message>
</context>
<context>
    <name>ControlChart</name>
    <message>
        <source>Above the control limit: {months}</source>
        <translation>超出控制限的月份：{months}</translation>
    </message>
    <message>
        <source>{month}: {n} of {total} tickets = {share}; mean {mean}, limit {upper}</source>
        <translation>{month}：{total}件工单中{n}件，占{share}；均值{mean}，控制上限{upper}</translation>
    </message>
    <message>
        <source>share of the cause</source>
        <translation>该原因占比</translation>
    </message>
    <message>
        <source>mean of the months before</source>
        <translation>此前各月均值</translation>
    </message>
    <message>
        <source>above the upper control limit</source>
        <translation>超出控制上限</translation>
    </message>
</context>
<context>
    <name>CriteriaPart</name>
    <message>
        <source>Search criteria</source>
        <translation>查找准则</translation>
    </message>
    <message>
        <source>Search, in either language</source>
        <translation>查找，中英文均可</translation>
    </message>
    <message>
        <source>Own rules</source>
        <translation>内部制度</translation>
    </message>
    <message>
        <source>Library cards</source>
        <translation>准则库</translation>
    </message>
    <message>
        <source>Proofs of adoption</source>
        <translation>采用证明</translation>
    </message>
    <message>
        <source>Adoption</source>
        <translation>标准采用</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>新增制度条款</translation>
    </message>
    <message numerus="yes">
        <source>%n questions stand on guidance alone.</source>
        <translation>
            <numerusform>%n 个检查项只有指南可依。</numerusform>
        </translation>
    </message>
    <message>
        <source>The cards that the audit&apos;s packs cite. Enter: the whole card.</source>
        <translation>本次审核的检查表包所引用的卡片。按回车查看完整卡片。</translation>
    </message>
    <message>
        <source>New proof</source>
        <translation>新增证明</translation>
    </message>
    <message>
        <source>Without a proof ISO 10002 is guidance: grades stop at improvement.</source>
        <translation>没有采用证明时，ISO 10002 只是指南，最高判为改进机会。</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>Force</source>
        <translation>约束力</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>关联</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Force here</source>
        <translation>在此的约束力</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
</context>
<context>
    <name>CriteriaStep</name>
    <message>
        <source>Search all cited criteria, in either language</source>
        <translation>查找全部所引准则，中英文均可</translation>
    </message>
    <message>
        <source>Search criteria</source>
        <translation>查找准则</translation>
    </message>
    <message>
        <source>Criteria of the library</source>
        <translation>准则库中的准则</translation>
    </message>
    <message>
        <source>Law and regulator&apos;s rules that the packs cite; a search finds the others too. The auditee&apos;s own rules are added on Plan, Criteria.</source>
        <translation>此处列出检查表包引用的法律和监管规定；其他准则可通过查找显示。受审核方的内部制度稍后在“计划”的“准则”中添加。</translation>
    </message>
    <message>
        <source>applies</source>
        <translation>适用</translation>
    </message>
    <message>
        <source>does not match</source>
        <translation>不匹配</translation>
    </message>
    <message>
        <source>by itself: {what}</source>
        <translation>按准则库：{what}</translation>
    </message>
    <message>
        <source>does not apply</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Force</source>
        <translation>约束力</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>在此</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>YYYY-MM-DD</source>
        <translation>年-月-日</translation>
    </message>
    <message>
        <source>Pick a day</source>
        <translation>选择日期</translation>
    </message>
    <message>
        <source>Choose from a calendar</source>
        <translation>从日历中选择</translation>
    </message>
</context>
<context>
    <name>DatesDialog</name>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Dates in “{column}” such as “{example}” can be read in more than one order.</source>
        <translation>列“{column}”中的日期（如“{example}”）有不止一种读法。</translation>
    </message>
    <message>
        <source>Day, month, year</source>
        <translation>日、月、年</translation>
    </message>
    <message>
        <source>Month, day, year</source>
        <translation>月、日、年</translation>
    </message>
    <message>
        <source>Year, month, day</source>
        <translation>年、月、日</translation>
    </message>
</context>
<context>
    <name>DatesStep</name>
    <message>
        <source>The report is due 10 working days after the closing meeting (Monday to Friday, holidays not counted) until you set another day. Dates can follow later.</source>
        <translation>报告默认在末次会议后 10 个工作日内提交（周一至周五，未计节假日），可以改为其他日期。日期也可以以后再填。</translation>
    </message>
</context>
<context>
    <name>DecisionsDialog</name>
    <message>
        <source>Accepted deviations</source>
        <translation>已接受的偏差</translation>
    </message>
    <message>
        <source>Accepted deviations of {rule}</source>
        <translation>{rule}：已接受的偏差</translation>
    </message>
    <message>
        <source>None yet. Choose exceptions and accept them with a reason.</source>
        <translation>暂无。请选择例外，填写理由后接受。</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>同意人</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>失效日期</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>已失效</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message>
        <source>not answered</source>
        <translation>未答</translation>
    </message>
    <message>
        <source>Reading files</source>
        <translation>正在读取文件</translation>
    </message>
    <message>
        <source>Reading the picture</source>
        <translation>正在读取图片</translation>
    </message>
    <message>
        <source>{number} no longer supports this answer</source>
        <translation>已解除 {number} 与本检查结果的关联</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message numerus="yes">
        <source>%n large file(s) linked, not embedded: keep them where they are</source>
        <translation>
            <numerusform>%n 个大文件以链接方式保存，请勿移动原文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n evidence item(s) added</source>
        <translation>
            <numerusform>已添加 %n 项证据</numerusform>
        </translation>
    </message>
    <message>
        <source>Finding raised from {question}</source>
        <translation>已由 {question} 提出审核发现</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Answer the question first</source>
        <translation>请先作出判定</translation>
    </message>
    <message>
        <source>{result} (would be {severer})</source>
        <translation>{result}（若已采用则为{severer}）</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>This is the last question</source>
        <translation>已是最后一项</translation>
    </message>
    <message>
        <source>This is the first question</source>
        <translation>已是第一项</translation>
    </message>
    <message>
        <source>Everything shown here is answered</source>
        <translation>所列检查项均已作答</translation>
    </message>
    <message>
        <source>New section</source>
        <translation>新增章节</translation>
    </message>
    <message>
        <source>Its id becomes part of the ids of its questions and stays.</source>
        <translation>章节编号会成为检查项编号的一部分，以后不能修改。</translation>
    </message>
    <message>
        <source>Add section</source>
        <translation>添加章节</translation>
    </message>
    <message>
        <source>Id, such as 7.2</source>
        <translation>编号，例如 7.2</translation>
    </message>
    <message>
        <source>Title in Chinese</source>
        <translation>中文名称</translation>
    </message>
    <message>
        <source>Title in English</source>
        <translation>英文名称</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>From 1 to 5, for {n} questions.</source>
        <translation>1 至 5，用于 {n} 个检查项。</translation>
    </message>
    <message>
        <source>Set weight</source>
        <translation>设置权重</translation>
    </message>
    <message>
        <source>Copies of this pack cannot change what is ticked; here it stays open.</source>
        <translation>本检查表包的副本不能修改勾选的内容；在本包中仍可修改。</translation>
    </message>
    <message>
        <source>Lock for copies</source>
        <translation>对副本锁定</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
</context>
<context>
    <name>DeviationDialog</name>
    <message>
        <source>Accept exceptions of {rule}: {n}</source>
        <translation>接受{rule}的例外：{n}件</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
</context>
<context>
    <name>DistributionPlot</name>
    <message>
        <source>{n} tickets measured</source>
        <translation>有测量值的工单{n}件</translation>
    </message>
    <message>
        <source>{n} of {total} tickets measured lie beyond {limit}</source>
        <translation>有测量值的{total}件工单中，{n}件超出{limit}</translation>
    </message>
    <message>
        <source>{span} {unit}: {n} tickets</source>
        <translation>{span} {unit}：{n}件</translation>
    </message>
    <message>
        <source> · the last bar holds all above</source>
        <translation> · 末柱含其上全部</translation>
    </message>
    <message>
        <source>limit {limit}</source>
        <translation>时限 {limit}</translation>
    </message>
    <message>
        <source>limit {limit} · beyond it {n}</source>
        <translation>时限 {limit} · 超出{n}件</translation>
    </message>
</context>
<context>
    <name>Drafts</name>
    <message>
        <source>{names}: {n} questions lack parts, such as the guidance for grading. The audit and its report will say that this is a draft.</source>
        <translation>{names}：有 {n} 个检查项不完整，例如缺少判定标准。审核文件和报告会注明这是草稿。</translation>
    </message>
    <message>
        <source>Use a draft?</source>
        <translation>使用草稿？</translation>
    </message>
    <message>
        <source>Use the draft</source>
        <translation>使用草稿</translation>
    </message>
</context>
<context>
    <name>EditBar</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Save version</source>
        <translation>保存版本</translation>
    </message>
    <message>
        <source>Save as the next version</source>
        <translation>保存为下一版本</translation>
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
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Add a question or a section</source>
        <translation>添加检查项或章节</translation>
    </message>
    <message>
        <source>Change the chosen questions</source>
        <translation>更改所选检查项</translation>
    </message>
    <message>
        <source>Question in this section</source>
        <translation>在本章节添加检查项</translation>
    </message>
    <message>
        <source>Section …</source>
        <translation>章节…</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Set the weight …</source>
        <translation>设置权重…</translation>
    </message>
    <message>
        <source>Lock parts of these questions for copies …</source>
        <translation>对副本锁定所选检查项的内容…</translation>
    </message>
    <message>
        <source>Lock parts of all questions for copies …</source>
        <translation>对副本锁定全部检查项的内容…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>EvidenceAdder</name>
    <message>
        <source>Link large files?</source>
        <translation>要链接大文件吗？</translation>
    </message>
    <message>
        <source>These files are larger than {limit} MB. Their path and SHA-256 are recorded and the files stay where they are:
{names}</source>
        <translation>以下文件超过 {limit} MB。将记录其路径和 SHA-256，文件留在原处：
{names}</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Screenshot {time}</source>
        <translation>截图 {time}</translation>
    </message>
    <message>
        <source>Reading evidence files</source>
        <translation>正在读取证据文件</translation>
    </message>
</context>
<context>
    <name>EvidenceColumns</name>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>Personal</source>
        <translation>个人信息</translation>
    </message>
    <message>
        <source>Obtained</source>
        <translation>取得日期</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
</context>
<context>
    <name>EvidenceFields</name>
    <message>
        <source>Whole organization</source>
        <translation>组织整体</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>What was seen or said, in the words used</source>
        <translation>看到或听到的内容，按原话记录</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>来源／持有人</translation>
    </message>
    <message>
        <source>Who (role)</source>
        <translation>对象（职务）</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Period covered</source>
        <translation>所属期间</translation>
    </message>
    <message>
        <source>Second source</source>
        <translation>第二来源</translation>
    </message>
    <message>
        <source>Number of document or ticket</source>
        <translation>文件或工单编号</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>个人信息</translation>
    </message>
    <message>
        <source>Reliability</source>
        <translation>可靠程度</translation>
    </message>
    <message>
        <source>1 low</source>
        <translation>1 低</translation>
    </message>
    <message>
        <source>2 medium</source>
        <translation>2 中</translation>
    </message>
    <message>
        <source>3 high</source>
        <translation>3 高</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Obtained on</source>
        <translation>取得日期</translation>
    </message>
    <message>
        <source>Observed at</source>
        <translation>观察时间</translation>
    </message>
    <message>
        <source>Time of observation</source>
        <translation>观察时刻</translation>
    </message>
    <message>
        <source>HH:MM</source>
        <translation>时:分</translation>
    </message>
</context>
<context>
    <name>EvidencePage</name>
    <message>
        <source>Evidence</source>
        <translation>审核证据</translation>
    </message>
    <message>
        <source>No evidence yet</source>
        <translation>还没有审核证据</translation>
    </message>
    <message>
        <source>Drop files anywhere on this page, paste a picture, or write a note.</source>
        <translation>将文件拖到本页任意位置，粘贴图片，或写一条现场记录。</translation>
    </message>
    <message>
        <source>Add evidence</source>
        <translation>添加证据</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>个人信息</translation>
    </message>
    <message>
        <source>Unused</source>
        <translation>未引用</translation>
    </message>
    <message>
        <source>Items that support nothing yet</source>
        <translation>尚未支持任何检查项或审核发现的证据</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Items that were withdrawn</source>
        <translation>已撤回的证据</translation>
    </message>
</context>
<context>
    <name>EvidencePane</name>
    <message>
        <source>Withdrawn: {reason}</source>
        <translation>已撤回：{reason}</translation>
    </message>
    <message>
        <source>Supports</source>
        <translation>所支持的内容</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Link …</source>
        <translation>关联…</translation>
    </message>
    <message>
        <source>Withdraw …</source>
        <translation>撤回…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Save a copy …</source>
        <translation>另存副本…</translation>
    </message>
    <message>
        <source>Check the file</source>
        <translation>核对文件</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>存放位置</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原件</translation>
    </message>
    <message>
        <source>Obtained by</source>
        <translation>取得人</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Nothing yet. Link it to the questions and findings that it supports.</source>
        <translation>暂无。请关联它所支持的检查项和审核发现。</translation>
    </message>
    <message>
        <source>Withdraw {number}?</source>
        <translation>要撤回 {number} 吗？</translation>
    </message>
    <message>
        <source>Number and trace stay; the item is no longer listed or printed.</source>
        <translation>编号和留痕保留；该证据不再列出，也不再打印。</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>另存副本</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation>已另存为 {path}</translation>
    </message>
    <message>
        <source>The bytes of this item are not in this file.</source>
        <translation>本文件中没有这项证据的内容。</translation>
    </message>
    <message>
        <source>Checking the linked file</source>
        <translation>正在核对链接的文件</translation>
    </message>
    <message>
        <source>✓ present and unchanged</source>
        <translation>✓ 文件在位且未更改</translation>
    </message>
    <message>
        <source>! changed since it was recorded</source>
        <translation>! 登记后已被更改</translation>
    </message>
    <message>
        <source>! not on this machine</source>
        <translation>! 不在本机上</translation>
    </message>
</context>
<context>
    <name>EvidencePreview</name>
    <message>
        <source>The file is linked; open it to see it.</source>
        <translation>该文件为外部链接，请打开查看。</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>The bytes of this item are not in this file; title and hash stay.</source>
        <translation>本文件中没有这项证据的内容，仅保留名称和校验值。</translation>
    </message>
    <message>
        <source>There is no preview of this file.</source>
        <translation>该文件无法预览。</translation>
    </message>
</context>
<context>
    <name>EvidenceStrip</name>
    <message>
        <source>File …</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>Photo …</source>
        <translation>照片…</translation>
    </message>
    <message>
        <source>Picture from the clipboard</source>
        <translation>剪贴板中的图片</translation>
    </message>
    <message>
        <source>Quick note …</source>
        <translation>快速记录…</translation>
    </message>
    <message>
        <source>Link existing evidence …</source>
        <translation>关联已有证据…</translation>
    </message>
    <message>
        <source>Add evidence</source>
        <translation>添加证据</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add evidence: drop files here, paste a picture, or choose  E</source>
        <translation>添加证据：将文件拖放到此处、粘贴图片或选择添加方式  E</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>evidence items</comment>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Space opens, Delete takes it off this answer</source>
        <translation>按空格打开，按 Delete 解除与本检查结果的关联</translation>
    </message>
</context>
<context>
    <name>EvidenceWords</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Screenshot</source>
        <translation>截图</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Interview</source>
        <translation>访谈</translation>
    </message>
    <message>
        <source>Observation</source>
        <translation>观察</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文件引用</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Masked</source>
        <translation>已脱敏</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>含</translation>
    </message>
</context>
<context>
    <name>ExceptionsModel</name>
    <message>
        <source>accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>受理时间</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>测量值</translation>
    </message>
    <message>
        <source>Why it fails</source>
        <translation>未通过原因</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Settled by</source>
        <translation>处置</translation>
    </message>
</context>
<context>
    <name>ExceptionsPane</name>
    <message>
        <source>Ticket number</source>
        <translation>工单编号</translation>
    </message>
    <message>
        <source>Search for a ticket</source>
        <translation>查找工单</translation>
    </message>
    <message>
        <source>Why it fails</source>
        <translation>未通过原因</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未处置</translation>
    </message>
    <message>
        <source>Neither in a finding nor accepted as a deviation</source>
        <translation>既未列入审核发现，也未作为偏差接受</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>例外</translation>
    </message>
    <message>
        <source>Show tickets</source>
        <translation>查看工单</translation>
    </message>
    <message>
        <source>Every field of the chosen tickets</source>
        <translation>所选工单的全部字段</translation>
    </message>
    <message>
        <source>Accept …</source>
        <translation>接受……</translation>
    </message>
    <message>
        <source>Accept the chosen exceptions as deviations, with reason and expiry</source>
        <translation>将所选例外作为偏差接受，填写理由和失效日期</translation>
    </message>
    <message>
        <source>Accepted deviations</source>
        <translation>已接受的偏差</translation>
    </message>
    <message>
        <source>Accepted deviations of this rule</source>
        <translation>本规则已接受的偏差</translation>
    </message>
    <message>
        <source>Every reason</source>
        <translation>全部原因</translation>
    </message>
    <message>
        <source>Exceptions: {n}</source>
        <translation>例外{n}件</translation>
    </message>
    <message>
        <source>chosen: {n}</source>
        <translation>已选{n}件</translation>
    </message>
    <message>
        <source>tickets not on this machine: {n} listed</source>
        <translation>工单不在本机，列出{n}件</translation>
    </message>
    <message>
        <source>Show all again</source>
        <translation>重新显示全部</translation>
    </message>
    <message>
        <source>Finding from {n}</source>
        <translation>提出审核发现（{n}件）</translation>
    </message>
    <message>
        <source>A template limit carries no finding: give it a source in the limits</source>
        <translation>模板口径不能支持审核发现，请先在时限表中填写依据</translation>
    </message>
    <message>
        <source>Raise a finding with criterion, condition, figures and tickets</source>
        <translation>提出审核发现，预填准则、事实、数字和工单</translation>
    </message>
</context>
<context>
    <name>ExplainDialog</name>
    <message>
        <source>Question</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Takes away</source>
        <translation>失分</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ExportRun</name>
    <message>
        <source>Writing the report</source>
        <translation>正在导出报告</translation>
    </message>
    <message>
        <source>Written: {names}</source>
        <translation>已导出：{names}</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
</context>
<context>
    <name>ExtractLine</name>
    <message>
        <source>Extract</source>
        <translation>数据提取</translation>
    </message>
    <message>
        <source>All extracts</source>
        <translation>全部提取</translation>
    </message>
    <message>
        <source>period not stated</source>
        <translation>期间未说明</translation>
    </message>
    <message>
        <source>{count} tickets</source>
        <translation>工单 {count} 件</translation>
    </message>
    <message>
        <source>{count} refused (show)</source>
        <translation>拒收 {count} 行（查看）</translation>
    </message>
</context>
<context>
    <name>Extracts</name>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期间</translation>
    </message>
    <message>
        <source>Run at</source>
        <translation>提取时间</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒收</translation>
    </message>
    <message>
        <source>Completeness</source>
        <translation>完整性</translation>
    </message>
    <message>
        <source>Added by</source>
        <translation>导入人</translation>
    </message>
</context>
<context>
    <name>FactLine</name>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>尚不清楚</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>选择……</translation>
    </message>
    <message>
        <source>None of them</source>
        <translation>均不适用</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>确定</translation>
    </message>
</context>
<context>
    <name>FairnessPane</name>
    <message>
        <source>Fairness</source>
        <translation>处理一致性</translation>
    </message>
    <message>
        <source>Compared within the same category, tier and urgency. It indicates, it does not prove: a group that fares worse is a reason to look closer.</source>
        <translation>在同类别、同等级、同紧急程度内比较。仅作提示，不作证明；某组明显较差的，应进一步查证。</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>比较项</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>关注客户</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>其他客户</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>odds ratio {value}</source>
        <translation>优势比 {value}</translation>
    </message>
    <message>
        <source>medians {value}</source>
        <translation>中位数差 {value}</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>较差</translation>
    </message>
    <message>
        <source>not worse</source>
        <translation>不差</translation>
    </message>
</context>
<context>
    <name>FilterMenu</name>
    <message>
        <source>Unanswered</source>
        <translation>未答</translation>
    </message>
    <message>
        <source>My part</source>
        <translation>由我负责</translation>
    </message>
    <message>
        <source>With findings</source>
        <translation>有审核发现</translation>
    </message>
    <message>
        <source>Evidence missing</source>
        <translation>缺少证据</translation>
    </message>
    <message>
        <source>Not reviewed</source>
        <translation>未复核</translation>
    </message>
    <message>
        <source>Core questions only</source>
        <translation>仅核心检查项</translation>
    </message>
    <message>
        <source>Guidance only</source>
        <translation>仅有指南</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>{shown} of {total}</source>
        <translation>{shown} / {total}</translation>
    </message>
    <message>
        <source>Search in both languages</source>
        <translation>中英文均可搜索</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>没有匹配的条目</translation>
    </message>
    <message>
        <source>No entry fits the search and the filters.</source>
        <translation>没有条目符合搜索词和筛选条件。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Full text</source>
        <translation>全文</translation>
    </message>
</context>
<context>
    <name>FindingColumns</name>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>整改</translation>
    </message>
    <message>
        <source>By</source>
        <translation>提出人</translation>
    </message>
</context>
<context>
    <name>FindingJudgement</name>
    <message>
        <source>Whole organization</source>
        <translation>组织整体</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Nature and extent</source>
        <translation>性质和范围</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Unit and clause</source>
        <translation>单位和条款</translation>
    </message>
    <message>
        <source>Nature</source>
        <translation>性质</translation>
    </message>
    <message>
        <source>Extent</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Population</source>
        <translation>总体</translation>
    </message>
    <message>
        <source>Deviations</source>
        <translation>偏差</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>Customer harmed or sanction likely</source>
        <translation>已造成顾客损害或可能受到处罚</translation>
    </message>
    <message>
        <source>Go to the question</source>
        <translation>转到检查项</translation>
    </message>
    <message>
        <source>With sample and deviations the upper limit of the rate is shown.</source>
        <translation>填写样本和偏差后，显示偏差率的上限。</translation>
    </message>
    <message>
        <source>Rate {rate}; upper limit at 95 %: {upper}. At a tolerable {limit}: {what}.</source>
        <translation>偏差率 {rate}，95% 置信上限 {upper}。按可容忍偏差率 {limit}：{what}。</translation>
    </message>
    <message>
        <source>The deviation is not isolated.</source>
        <translation>该偏差不是偶发。</translation>
    </message>
    <message>
        <source>Against law or regulator each proven case counts by itself.</source>
        <translation>违反法律或监管规定的，每一例均单独成立。</translation>
    </message>
</context>
<context>
    <name>FindingRow</name>
    <message>
        <source>No finding from this question</source>
        <translation>本检查项尚无审核发现</translation>
    </message>
</context>
<context>
    <name>FindingTies</name>
    <message>
        <source>Criteria</source>
        <translation>审核准则</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>整改措施</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose the criteria that it cites</source>
        <translation>选择所引用的审核准则</translation>
    </message>
    <message>
        <source>Link …</source>
        <translation>关联…</translation>
    </message>
    <message>
        <source>Link evidence that is there</source>
        <translation>关联已有证据</translation>
    </message>
    <message>
        <source>Add …</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Add new evidence</source>
        <translation>添加新证据</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add: {kind}</source>
        <translation>添加：{kind}</translation>
    </message>
    <message>
        <source>None yet: without a binding criterion the grade is an improvement at most.</source>
        <translation>暂无。没有具约束力的准则，等级最高只能是改进机会。</translation>
    </message>
    <message>
        <source>does not apply</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>None yet: the facts cannot be confirmed without evidence.</source>
        <translation>暂无。没有证据就不能确认事实。</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation>暂无。</translation>
    </message>
    <message>
        <source>Criteria of {number}</source>
        <translation>{number} 的审核准则</translation>
    </message>
    <message>
        <source>The strongest force among them limits the grade.</source>
        <translation>其中最强的约束力决定可用的最高等级。</translation>
    </message>
    <message>
        <source>Cite</source>
        <translation>引用</translation>
    </message>
    <message>
        <source>Evidence of {number}</source>
        <translation>{number} 的审核证据</translation>
    </message>
</context>
<context>
    <name>FindingView</name>
    <message>
        <source>Findings</source>
        <translation>审核发现</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>Previous finding</source>
        <translation>上一项审核发现</translation>
    </message>
    <message>
        <source>Next finding</source>
        <translation>下一项审核发现</translation>
    </message>
    <message>
        <source>Revise …</source>
        <translation>修订…</translation>
    </message>
    <message>
        <source>Change an issued finding with a reason</source>
        <translation>说明理由后修改已发布的审核发现</translation>
    </message>
    <message>
        <source>raised by {code}</source>
        <translation>由 {code} 提出</translation>
    </message>
    <message>
        <source>Withdrawn: {reason}</source>
        <translation>已撤回：{reason}</translation>
    </message>
    <message>
        <source>Revision under way: {reason}</source>
        <translation>正在修订：{reason}</translation>
    </message>
    <message>
        <source>Revisions: {n}. Last reason: {reason}</source>
        <translation>已修订 {n} 次，最近一次理由：{reason}</translation>
    </message>
    <message>
        <source>When condition, evidence or sample change, it is a draft again.</source>
        <translation>修改事实、证据或样本后，将回到草稿。</translation>
    </message>
    <message>
        <source>The difference of opinion is unresolved; both sides print.</source>
        <translation>分歧意见尚未解决，双方意见均会打印。</translation>
    </message>
    <message>
        <source>Every change now counts as a revision.</source>
        <translation>从现在起，每次修改都记为修订。</translation>
    </message>
    <message>
        <source>Revise {number}</source>
        <translation>修订 {number}</translation>
    </message>
    <message>
        <source>After issue, text and grade change only by a revision; the reason prints.</source>
        <translation>发布后，文字和等级只能以修订方式更改，理由会打印。</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
</context>
<context>
    <name>FindingWords</name>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>1  Criterion</source>
        <translation>1  准则</translation>
    </message>
    <message>
        <source>which rule, which article</source>
        <translation>哪项规定、哪一条</translation>
    </message>
    <message>
        <source>2  Condition</source>
        <translation>2  事实</translation>
    </message>
    <message>
        <source>what was found: facts, numbers, where, when</source>
        <translation>发现了什么：事实、数量、地点、时间</translation>
    </message>
    <message>
        <source>3  Evidence</source>
        <translation>3  证据</translation>
    </message>
    <message>
        <source>what shows it</source>
        <translation>由什么证明</translation>
    </message>
    <message>
        <source>4  Cause</source>
        <translation>4  原因</translation>
    </message>
    <message>
        <source>why, as far as it is known</source>
        <translation>目前已知的原因</translation>
    </message>
    <message>
        <source>5  Consequence</source>
        <translation>5  后果</translation>
    </message>
    <message>
        <source>what it leads to, for whom</source>
        <translation>会给谁带来什么影响</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>受审核方的意见</translation>
    </message>
    <message>
        <source>in the auditee&apos;s own words</source>
        <translation>按受审核方原话</translation>
    </message>
    <message>
        <source>Cause as the auditee sees it</source>
        <translation>受审核方的原因分析</translation>
    </message>
    <message>
        <source>Answer of the team</source>
        <translation>审核组的答复</translation>
    </message>
    <message>
        <source>to a comment or a dispute; never put into the auditee&apos;s mouth</source>
        <translation>针对意见或分歧作答，不代受审核方表态</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>审核发现陈述</translation>
    </message>
    <message>
        <source>as it will print</source>
        <translation>按打印样式</translation>
    </message>
    <message>
        <source>The auditee&apos;s side</source>
        <translation>受审核方填写</translation>
    </message>
    <message>
        <source>The audit team&apos;s side</source>
        <translation>审核组填写</translation>
    </message>
    <message>
        <source>The facts changed: they must be confirmed again.</source>
        <translation>事实已修改，须重新确认。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>FindingsPage</name>
    <message>
        <source>Findings</source>
        <translation>审核发现</translation>
    </message>
    <message>
        <source>No findings yet</source>
        <translation>还没有审核发现</translation>
    </message>
    <message>
        <source>Raise one from a question in the checklist (F), or begin with a blank one.</source>
        <translation>可在检查表的检查项上提出（F），或从空白开始。</translation>
    </message>
    <message>
        <source>Raise a finding</source>
        <translation>提出审核发现</translation>
    </message>
    <message>
        <source>Give final numbers</source>
        <translation>赋予正式编号</translation>
    </message>
    <message>
        <source>The team leader&apos;s step at consolidation</source>
        <translation>由审核组长在汇总时进行</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Findings that I raised</source>
        <translation>由我提出的审核发现</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未关闭</translation>
    </message>
    <message>
        <source>Neither closed nor withdrawn</source>
        <translation>尚未关闭，也未撤回</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Withdrawn findings too</source>
        <translation>包括已撤回的审核发现</translation>
    </message>
    <message>
        <source>{n} overdue</source>
        <translation>{n} 项逾期</translation>
    </message>
    <message>
        <source>Final numbers given: {n}</source>
        <translation>已赋予 {n} 个正式编号</translation>
    </message>
    <message>
        <source>Give final numbers?</source>
        <translation>要赋予正式编号吗？</translation>
    </message>
    <message>
        <source>Every finding that has none gets its final number; working numbers stay. A number is never given twice.</source>
        <translation>尚无正式编号的审核发现将获得编号；工作编号保留。编号不会重复使用。</translation>
    </message>
    <message>
        <source>Give numbers</source>
        <translation>赋予编号</translation>
    </message>
</context>
<context>
    <name>ForeignDialog</name>
    <message>
        <source>Rows that only name a group are headings</source>
        <translation>仅有分组名称的行视为标题</translation>
    </message>
    <message>
        <source>Import as a draft</source>
        <translation>作为草稿导入</translation>
    </message>
    <message>
        <source>Import a checklist</source>
        <translation>导入检查表</translation>
    </message>
    <message>
        <source>Say which column holds what. The result is a draft: nothing is made up, and the pack says what is missing.</source>
        <translation>请指定各列的含义。导入结果为草稿：不会编造内容，缺少的部分会列出。</translation>
    </message>
    <message>
        <source>Encoding of the file</source>
        <translation>文件编码</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Row with the heads</source>
        <translation>表头所在行</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Language of the questions</source>
        <translation>检查项的语言</translation>
    </message>
    <message>
        <source>Clauses are those of</source>
        <translation>条款属于</translation>
    </message>
    <message>
        <source>or of this document</source>
        <translation>或属于此文件</translation>
    </message>
    <message>
        <source>Id (2 to 12 capital letters and digits)</source>
        <translation>编号（2 至 12 个大写字母和数字）</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>As recognised</source>
        <translation>自动识别</translation>
    </message>
    <message>
        <source>As they look</source>
        <translation>按内容判断</translation>
    </message>
    <message>
        <source>No standard of the library</source>
        <translation>不属于库中的标准</translation>
    </message>
    <message>
        <source>Column {name}</source>
        <translation>列“{name}”</translation>
    </message>
    <message>
        <source>Rows read: {rows} · questions: {questions} · headings: {headings} · refused: {refused}</source>
        <translation>读取 {rows} 行 · 检查项 {questions} · 标题 {headings} · 未采用 {refused}</translation>
    </message>
    <message>
        <source>Refused rows</source>
        <translation>未采用的行</translation>
    </message>
    <message>
        <source>The first questions</source>
        <translation>前面的检查项</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>Locked by the pack that this one was copied from</source>
        <translation>已被来源检查表包锁定</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>Nothing to ask yet</source>
        <translation>尚无检查项</translation>
    </message>
    <message>
        <source>Choose in the plan which units are audited with which checklist packs.</source>
        <translation>请在审核计划中选择各受审核单位使用的检查表包。</translation>
    </message>
    <message>
        <source>Go to the plan</source>
        <translation>前往审核计划</translation>
    </message>
    <message>
        <source>All units</source>
        <translation>全部受审核单位</translation>
    </message>
    <message>
        <source>1 … 6 set the cell · arrows move · Enter opens · 0 takes back</source>
        <translation>1 … 6 判定 · 方向键移动 · 回车打开 · 0 取消判定</translation>
    </message>
    <message>
        <source>Back to the question</source>
        <translation>返回检查项</translation>
    </message>
</context>
<context>
    <name>FramePart</name>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>基本信息</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Missing: {what}</source>
        <translation>还缺：{what}</translation>
    </message>
    <message numerus="yes">
        <source>%n points block it: see Overview.</source>
        <translation>
            <numerusform>有 %n 个事项必须先完成，见“概览”。</numerusform>
        </translation>
    </message>
    <message>
        <source>Only for: {who}</source>
        <translation>仅限：{who}</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
</context>
<context>
    <name>GapsCard</name>
    <message>
        <source>What is missing</source>
        <translation>缺失事项</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Nothing is missing here.</source>
        <translation>此阶段没有缺失事项。</translation>
    </message>
</context>
<context>
    <name>GapsPane</name>
    <message>
        <source>What is missing</source>
        <translation>缺少的内容</translation>
    </message>
    <message>
        <source>Warnings too</source>
        <translation>含提醒</translation>
    </message>
    <message>
        <source>What warns does not keep the audit from being issued</source>
        <translation>提醒事项不影响签发</translation>
    </message>
    <message>
        <source>What is missing before the audit can be issued</source>
        <translation>签发前还缺少的内容</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>By when it must be there</source>
        <translation>应在哪个阶段之前完成</translation>
    </message>
    <message>
        <source>■ {blocks} block, ▲ {warns} warn. A click leads there.</source>
        <translation>■ 阻止 {blocks} 项，▲ 提醒 {warns} 项，单击前往</translation>
    </message>
    <message>
        <source>Nothing blocks; ▲ {warns} warn.</source>
        <translation>没有阻止事项；▲ 提醒 {warns} 项</translation>
    </message>
</context>
<context>
    <name>GridModel</name>
    <message>
        <source>All categories</source>
        <translation>全部类别</translation>
    </message>
    <message>
        <source>No ticket of the latest extract has this category</source>
        <translation>最近一次提取的工单中没有该类别</translation>
    </message>
    <message>
        <source>as for all</source>
        <translation>沿用上一级时限</translation>
    </message>
</context>
<context>
    <name>GuidancePane</name>
    <message>
        <source>Guidance</source>
        <translation>检查指引</translation>
    </message>
    <message>
        <source>What to look for</source>
        <translation>检查要点</translation>
    </message>
    <message>
        <source>Ask to see</source>
        <translation>索取证据</translation>
    </message>
    <message>
        <source>How to grade</source>
        <translation>判定标准</translation>
    </message>
    <message>
        <source>Negative test</source>
        <translation>反向验证</translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation>审核准则</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Guidance only:</source>
        <translation>仅有指南：</translation>
    </message>
    <message>
        <source>add the auditee&apos;s rule</source>
        <translation>补充受审核方的制度</translation>
    </message>
    <message>
        <source>would be, if adopted; here {result}, fulfilment {degree}</source>
        <translation>若已采用该标准则如此判定；此处为{result}，满足程度 {degree}</translation>
    </message>
    <message>
        <source>does not apply here</source>
        <translation>此处不适用</translation>
    </message>
    <message>
        <source>Paraphrase not yet checked against the source</source>
        <translation>释义尚未与原文核对</translation>
    </message>
    <message>
        <source>weak, without a departure</source>
        <translation>无偏离但做法薄弱</translation>
    </message>
    <message>
        <source>Makes any departure major</source>
        <translation>下列情形使任何偏离均为严重不符合</translation>
    </message>
    <message>
        <source>Adopted by {document}, {date}</source>
        <translation>采用依据：{document}，{date}</translation>
    </message>
    <message>
        <source>Asked elsewhere too</source>
        <translation>其他检查表包的相关检查项</translation>
    </message>
    <message>
        <source>not answered there</source>
        <translation>该处尚未判定</translation>
    </message>
    <message>
        <source>Draft question. Still missing:</source>
        <translation>草稿检查项，尚缺：</translation>
    </message>
</context>
<context>
    <name>HeadForm</name>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>For which sectors</source>
        <translation>适用行业</translation>
    </message>
    <message>
        <source>Take these</source>
        <translation>采用</translation>
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
        <translation>本检查结果的修改记录</translation>
    </message>
    <message>
        <source>In the audit trail</source>
        <translation>在操作留痕中查看</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>尚无记录。</translation>
    </message>
    <message>
        <source>was {before}, now {after}</source>
        <translation>原为 {before}，现为 {after}</translation>
    </message>
    <message>
        <source>(taken back)</source>
        <translation>（已撤销）</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Degree</source>
        <translation>满足程度</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Observed on</source>
        <translation>观察日期</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Recent audits</source>
        <translation>最近的审核</translation>
    </message>
    <message>
        <source>Actions that need someone</source>
        <translation>待办的整改措施</translation>
    </message>
    <message>
        <source>Search all audits</source>
        <translation>搜索全部审核</translation>
    </message>
    <message>
        <source>Title, number, organisation or file name</source>
        <translation>标题、编号、组织或文件名</translation>
    </message>
    <message>
        <source>In which order the audits are listed</source>
        <translation>审核列表的排序方式</translation>
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
        <source>No audit holds all of these words.</source>
        <translation>没有同时包含这些词的审核。</translation>
    </message>
    <message numerus="yes">
        <source>%n audits found</source>
        <translation>
            <numerusform>找到 %n 项审核</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Forget (the file stays)</source>
        <translation>移出列表（文件保留）</translation>
    </message>
</context>
<context>
    <name>HomeSide</name>
    <message>
        <source>Open …</source>
        <translation>打开……</translation>
    </message>
    <message>
        <source>Open an audit file</source>
        <translation>打开审核文件</translation>
    </message>
    <message>
        <source>Example audit</source>
        <translation>示例审核</translation>
    </message>
</context>
<context>
    <name>HomeWords</name>
    <message>
        <source>open now</source>
        <translation>已打开</translation>
    </message>
    <message>
        <source>File not found</source>
        <translation>找不到文件</translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <comment>actions</comment>
        <translation>
            <numerusform>%n 项逾期</numerusform>
        </translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>to verify</source>
        <translation>待验证</translation>
    </message>
    <message>
        <source>overdue {n}</source>
        <translation>逾期 {n}</translation>
    </message>
    <message>
        <source>due in 14 days {n}</source>
        <translation>14 天内到期 {n}</translation>
    </message>
    <message>
        <source>to verify {n}</source>
        <translation>待验证 {n}</translation>
    </message>
    <message>
        <source>Past their due date and not reported as done: show only these</source>
        <translation>已过期限、尚未报告完成：只看这些</translation>
    </message>
    <message>
        <source>Due within 14 days: show only these</source>
        <translation>14 天内到期：只看这些</translation>
    </message>
    <message>
        <source>Reported as done, waiting for your verdict: show only these</source>
        <translation>已报告完成，等待您验证：只看这些</translation>
    </message>
    <message>
        <source>Last opened</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Least progress first</source>
        <translation>进度由低到高</translation>
    </message>
    <message>
        <source>Most overdue first</source>
        <translation>逾期由多到少</translation>
    </message>
    <message>
        <source>Sort: {order}</source>
        <translation>排序：{order}</translation>
    </message>
    <message>
        <source>{title}: {percent} % answered, {major} major, {minor} minor, {improvement} to improve</source>
        <translation>{title}：已答 {percent} %，严重不符合 {major}，一般不符合 {minor}，改进建议 {improvement}</translation>
    </message>
    <message>
        <source>{percent} % answered; open findings: ■ {major} major, ▲ {minor} minor, ◆ {improvement} to improve</source>
        <translation>已答 {percent} %；未关闭发现：■ 严重不符合 {major}，▲ 一般不符合 {minor}，◆ 改进建议 {improvement}</translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>今天 {time}</translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <translation>昨天 {time}</translation>
    </message>
</context>
<context>
    <name>HoursPane</name>
    <message>
        <source>Hours of the team by day</source>
        <translation>审核组每日工时</translation>
    </message>
    <message>
        <source>Planned hours against the team&apos;s hours</source>
        <translation>计划用时与审核组工时对比</translation>
    </message>
    <message>
        <source>Hours for</source>
        <translation>工时用于</translation>
    </message>
    <message>
        <source>Complaints in the period</source>
        <translation>期内投诉件数</translation>
    </message>
    <message>
        <source>How many complaints the unit had: the proposal looks there first</source>
        <translation>该单位在期内的投诉件数；建议方案优先安排投诉较多的单位</translation>
    </message>
    <message>
        <source>Add a day</source>
        <translation>增加日期</translation>
    </message>
    <message>
        <source>Fill days with 7 h</source>
        <translation>每日填 7 小时</translation>
    </message>
    <message>
        <source>Give each auditor without hours on a day seven hours there</source>
        <translation>为当日尚无工时的每位审核员填入 7 小时</translation>
    </message>
    <message>
        <source>No days yet: enter the on-site dates under Frame, or add a day here.</source>
        <translation>尚无日期：请在“基本框架”中填写现场审核日期，或在此增加日期。</translation>
    </message>
    <message>
        <source>Wherever needed</source>
        <translation>不限单位</translation>
    </message>
    <message>
        <source>Nothing is asked yet.</source>
        <translation>尚无检查项。</translation>
    </message>
    <message>
        <source>{n} questions take all items of a population; their time comes on top.</source>
        <translation>另有 {n} 项检查项须检查总体全部项目，其用时未计入。</translation>
    </message>
    <message>
        <source>By unit</source>
        <translation>按单位</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>按日期</translation>
    </message>
    <message>
        <source>! {over} h too much</source>
        <translation>! 超出 {over} 小时</translation>
    </message>
    <message>
        <source>✓ {hours} h planned</source>
        <translation>✓ 计划 {hours} 小时</translation>
    </message>
    <message>
        <source>nothing planned</source>
        <translation>无计划工作</translation>
    </message>
    <message>
        <source>any unit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>{hours} h, full</source>
        <translation>{hours} 小时，已排满</translation>
    </message>
    <message>
        <source>{hours} h, {free} h free</source>
        <translation>{hours} 小时，余 {free} 小时</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>All</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Hours over all days and units</source>
        <translation>各日期、各单位工时合计</translation>
    </message>
</context>
<context>
    <name>Importer</name>
    <message>
        <source>Opening the key</source>
        <translation>正在打开密钥</translation>
    </message>
    <message>
        <source>Importing {file}</source>
        <translation>正在导入 {file}</translation>
    </message>
</context>
<context>
    <name>Issuing</name>
    <message>
        <source>From now on everything but responses, actions and follow-up is read-only, and undo does not go back behind this. Findings without a final number get one.</source>
        <translation>签发后，除受审核方反馈、整改措施和跟踪验证外，其余内容只读，且不能撤销到签发之前。没有正式编号的发现将获得正式编号。</translation>
    </message>
    <message>
        <source>Issue the audit</source>
        <translation>签发审核</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>请说明理由</translation>
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
    <name>KeyDeeds</name>
    <message>
        <source>Key {mark}: in this audit, sealed under the team&apos;s passphrase</source>
        <translation>密钥 {mark}：存于本审核文件，以审核组口令封存</translation>
    </message>
    <message>
        <source>No key yet: it is made with the first import</source>
        <translation>尚无密钥：首次导入时生成</translation>
    </message>
    <message>
        <source>Change the passphrase …</source>
        <translation>更改口令…</translation>
    </message>
    <message>
        <source>Take over the key of an earlier audit …</source>
        <translation>沿用以往审核的密钥…</translation>
    </message>
    <message>
        <source>To hand the key over, give the audit file, and the passphrase by word</source>
        <translation>移交密钥：交付审核文件，口令当面告知</translation>
    </message>
    <message>
        <source>The passphrase was changed</source>
        <translation>口令已更改</translation>
    </message>
    <message>
        <source>Sealing the key</source>
        <translation>正在封存密钥</translation>
    </message>
    <message>
        <source>The earlier audit</source>
        <translation>以往的审核</translation>
    </message>
    <message>
        <source>Audits (*.audit)</source>
        <translation>审核文件 (*.audit)</translation>
    </message>
    <message>
        <source>The key was taken over</source>
        <translation>密钥已沿用</translation>
    </message>
    <message>
        <source>Opening the key</source>
        <translation>正在打开密钥</translation>
    </message>
</context>
<context>
    <name>KeyDialog</name>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>A passphrase for the pseudonyms</source>
        <translation>设置假名口令</translation>
    </message>
    <message>
        <source>The team&apos;s passphrase</source>
        <translation>审核组口令</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>更改口令</translation>
    </message>
    <message>
        <source>The passphrase of the earlier audit</source>
        <translation>以往审核的口令</translation>
    </message>
    <message>
        <source>Customers and staff become pseudonyms. Their key stays in this audit, sealed under the team&apos;s passphrase: whoever knows it can compare later extracts. Nobody can recover a lost passphrase.</source>
        <translation>客户与员工将以假名代替。密钥以审核组口令封存于本审核文件，知道口令者可比对以后的提取。口令遗失后无人能够找回。</translation>
    </message>
    <message>
        <source>It opens the key of this audit, so that this extract gets the same pseudonyms as the earlier ones and can be compared with them.</source>
        <translation>用于打开本次审核的密钥，使此次提取与以往提取使用相同假名，以便比对。</translation>
    </message>
    <message>
        <source>The key and all pseudonyms stay as they are.</source>
        <translation>密钥与全部假名保持不变。</translation>
    </message>
    <message>
        <source>The key of that audit is taken into this one, under the same passphrase, so that its extracts can be compared with the new ones.</source>
        <translation>将该审核的密钥以同一口令带入本审核，使其提取可与新的提取比对。</translation>
    </message>
    <message>
        <source>At least {count} characters</source>
        <translation>至少 {count} 个字符</translation>
    </message>
    <message>
        <source>The two passphrases differ</source>
        <translation>两次输入的口令不一致</translation>
    </message>
</context>
<context>
    <name>LeaveOutDialog</name>
    <message>
        <source>Leave out of the plan</source>
        <translation>不纳入计划</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>不纳入</translation>
    </message>
</context>
<context>
    <name>LifeBar</name>
    <message>
        <source>State: {state}</source>
        <translation>状态：{state}</translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>Number, title, text, source</source>
        <translation>编号、标题、内容、来源</translation>
    </message>
    <message>
        <source>Search evidence</source>
        <translation>搜索证据</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>关联</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <comment>supported by an item</comment>
        <translation>
            <numerusform>支持 %n 个检查结果</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinkList</name>
    <message>
        <source>Open {what}</source>
        <translation>打开 {what}</translation>
    </message>
    <message>
        <source>Take away {what}</source>
        <translation>移除 {what}</translation>
    </message>
</context>
<context>
    <name>LinkPicker</name>
    <message>
        <source>What {number} supports</source>
        <translation>{number} 支持的内容</translation>
    </message>
    <message>
        <source>One item may support many answers and findings.</source>
        <translation>一项证据可以支持多个检查结果和审核发现。</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>关联</translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message>
        <source>{shown} of {total}</source>
        <translation>{shown} / {total}</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search in both languages</source>
        <translation>用两种语言搜索</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>没有匹配的内容</translation>
    </message>
    <message>
        <source>No row fits the search and the filters.</source>
        <translation>没有符合搜索和筛选条件的记录。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
</context>
<context>
    <name>ListsPart</name>
    <message>
        <source>Lists</source>
        <translation>值表</translation>
    </message>
    <message>
        <source>Values of the list</source>
        <translation>列表取值</translation>
    </message>
    <message>
        <source>Add a value</source>
        <translation>新增取值</translation>
    </message>
    <message>
        <source>Add a value to this list</source>
        <translation>在本表中新增取值</translation>
    </message>
    <message>
        <source>Your own names and values hold for this audit. A value that is no longer offered stays readable where it was used.</source>
        <translation>自定义的名称和取值仅用于本次审核。停用的取值在已使用处仍可查看。</translation>
    </message>
    <message>
        <source>Reading the lists …</source>
        <translation>正在读取值表……</translation>
    </message>
    <message>
        <source>({n} own)</source>
        <translation>（自定义 {n}）</translation>
    </message>
    <message>
        <source>Name ({language})</source>
        <translation>名称（{language}）</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>上级</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>可选</translation>
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
        <source>Off the list; the file stays where it is</source>
        <translation>已移出列表，文件仍在原处</translation>
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
    <message>
        <source>Search criteria and terms for “{words}”</source>
        <translation>在条款与术语中搜索“{words}”</translation>
    </message>
</context>
<context>
    <name>MapPane</name>
    <message>
        <source>Columns and fields</source>
        <translation>列与字段</translation>
    </message>
    <message>
        <source>Mapped</source>
        <translation>已对应</translation>
    </message>
    <message>
        <source>Only fields that have a column</source>
        <translation>只看已有对应列的字段</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>数据表</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>and (time of day in a column of its own)</source>
        <translation>并（时刻另占一列）</translation>
    </message>
    <message>
        <source>Second column</source>
        <translation>第二列</translation>
    </message>
    <message>
        <source>Back to the files</source>
        <translation>返回文件</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>— not mapped —</source>
        <translation>— 不对应 —</translation>
    </message>
    <message>
        <source>— none —</source>
        <translation>— 无 —</translation>
    </message>
    <message>
        <source>For example: {values}</source>
        <translation>例如：{values}</translation>
    </message>
    <message>
        <source>in minutes, hours or days by the column&apos;s name</source>
        <translation>按列名以分钟、小时或天计</translation>
    </message>
    <message>
        <source>becomes a pseudonym</source>
        <translation>以假名代替</translation>
    </message>
    <message>
        <source>numbers of persons are masked</source>
        <translation>个人号码将遮蔽</translation>
    </message>
    <message>
        <source>Without a column: {fields}</source>
        <translation>缺少对应列：{fields}</translation>
    </message>
    <message>
        <source>Columns that are not taken: {columns}</source>
        <translation>未采用的列：{columns}</translation>
    </message>
    <message>
        <source>needed</source>
        <translation>必需</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>已选定</translation>
    </message>
    <message>
        <source>as last time</source>
        <translation>沿用上次</translation>
    </message>
</context>
<context>
    <name>MatrixModel</name>
    <message>
        <source>not asked here</source>
        <translation>此单位不适用该检查项</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>未答</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>检查项</translation>
    </message>
</context>
<context>
    <name>MatrixPane</name>
    <message>
        <source>Packs of the units</source>
        <translation>各单位的检查表包</translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>检查表包</translation>
    </message>
</context>
<context>
    <name>MatrixView</name>
    <message>
        <source>Matrix of questions and units</source>
        <translation>检查项与受审核单位矩阵</translation>
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
    <name>MethodPane</name>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Copy the SQL</source>
        <translation>复制 SQL</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>{rule}, version {n}</source>
        <translation>{rule}，第{n}版</translation>
    </message>
    <message>
        <source>What it asks</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Force</source>
        <translation>效力</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>时限方案</translation>
    </message>
    <message>
        <source>rules on the whole process</source>
        <translation>全流程规则</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>as the rule says</source>
        <translation>按规则</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>截止时点</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>口径</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Extract (SHA-256)</source>
        <translation>提取文件（SHA-256）</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>执行</translation>
    </message>
    <message>
        <source>as the SQL below counts</source>
        <translation>按下列 SQL 计数</translation>
    </message>
    <message>
        <source>tickets that pass / (pass + fail)</source>
        <translation>通过 /（通过 + 未通过）</translation>
    </message>
    <message>
        <source>tickets that fail / (pass + fail)</source>
        <translation>未通过 /（通过 + 未通过）</translation>
    </message>
    <message>
        <source>{n} tickets, in {unit}: median {median}, mean {mean}, 90 % ≤ {p90}, 95 % ≤ {p95}, most {most}</source>
        <translation>{n}件，单位{unit}：中位数{median}，平均{mean}，90%≤{p90}，95%≤{p95}，最大{most}</translation>
    </message>
    <message>
        <source>Beside, never graded</source>
        <translation>并列口径，不作判定</translation>
    </message>
    <message>
        <source>SQL as it was run</source>
        <translation>实际执行的 SQL</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>SQL copied</source>
        <translation>已复制 SQL</translation>
    </message>
</context>
<context>
    <name>NewAuditDialog</name>
    <message>
        <source>What is not filled in takes its default</source>
        <translation>未填写的内容采用默认值</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>Title, number and you: that is enough to begin; the rest can follow.</source>
        <translation>有名称、编号和您的姓名代码即可开始，其余以后再补。</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>What is audited: head office, branches, sites, outlets, vendors.</source>
        <translation>审核的对象：总部、分支机构、场所、营业网点、外包方。</translation>
    </message>
    <message>
        <source>Objectives and scope</source>
        <translation>目的和范围</translation>
    </message>
    <message>
        <source>Ready wordings in the audit&apos;s languages; change what does not fit.</source>
        <translation>可直接采用现成的表述（按审核语言），不合适处再修改。</translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation>准则</translation>
    </message>
    <message>
        <source>What binds the auditee; by guidance alone grades stop at improvement.</source>
        <translation>对受审核方有约束力的依据；只有指南时，最高判为改进机会。</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>When things happen, and when what is due.</source>
        <translation>各项工作的时间和提交期限。</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>审核组</translation>
    </message>
    <message>
        <source>Who audits, who goes along, who answers.</source>
        <translation>审核人员、陪同人员和受审核方人员。</translation>
    </message>
    <message>
        <source>Packs</source>
        <translation>检查表包</translation>
    </message>
    <message>
        <source>Which questions are asked where. A pack is frozen into the file.</source>
        <translation>各单位检查哪些内容。检查表包的版本会固定在审核文件中。</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>组织概况</translation>
    </message>
    <message>
        <source>Facts about the organisation take out what does not apply to it.</source>
        <translation>填写组织概况后，不适用的检查项不再提问。</translation>
    </message>
    <message>
        <source>Assignment</source>
        <translation>分工</translation>
    </message>
    <message>
        <source>Who audits and who reviews which part, by section and unit.</source>
        <translation>按章节和单位确定审核人和复核人。</translation>
    </message>
    <message numerus="yes">
        <source>%n units</source>
        <translation>
            <numerusform>%n 个单位</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n 人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n questions</source>
        <translation>
            <numerusform>%n 个检查项</numerusform>
        </translation>
    </message>
    <message>
        <source>New audit</source>
        <translation>新建审核</translation>
    </message>
    <message>
        <source>Leave without making the audit? What you typed here is lost.</source>
        <translation>不建立审核就离开吗？已填写的内容将丢失。</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Create the audit</source>
        <translation>建立审核</translation>
    </message>
</context>
<context>
    <name>NewAuditStart</name>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Title in the second language</source>
        <translation>第二语言名称</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>受审核方</translation>
    </message>
    <message>
        <source>Main language</source>
        <translation>主语言</translation>
    </message>
    <message>
        <source>Second language</source>
        <translation>第二语言</translation>
    </message>
    <message>
        <source>Sector</source>
        <translation>行业</translation>
    </message>
    <message>
        <source>Jurisdiction</source>
        <translation>法域</translation>
    </message>
    <message>
        <source>You</source>
        <translation>本人</translation>
    </message>
    <message>
        <source>First unit</source>
        <translation>首个受审核单位</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Letters, such as LI</source>
        <translation>字母，如 LI</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Path of the audit file</source>
        <translation>审核文件的位置</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>One file holds the whole audit. It can be copied and mailed.</source>
        <translation>整个审核存于一个文件，可以复制和邮寄。</translation>
    </message>
</context>
<context>
    <name>NewClockDialog</name>
    <message>
        <source>Add a clock</source>
        <translation>新建时钟</translation>
    </message>
    <message>
        <source>Limit for all tickets</source>
        <translation>适用于全部工单的时限</translation>
    </message>
    <message>
        <source>30 min, 2 h, 15 days, 3 wd</source>
        <translation>30分钟、2小时、15天、3工作日</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>It is run like any rule. Until its limits have a source its results are marked as template.</source>
        <translation>与其他规则一样运行；时限有依据之前，测试结果标为模板口径。</translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>Type the record first.</source>
        <translation>请先填写记录内容。</translation>
    </message>
</context>
<context>
    <name>OptionsCard</name>
    <message>
        <source>Final: the audit is issued</source>
        <translation>正式版：审核已签发</translation>
    </message>
    <message>
        <source>Draft: not issued yet</source>
        <translation>草稿：尚未签发</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>中英双语</translation>
    </message>
    <message>
        <source>Masked</source>
        <translation>脱敏</translation>
    </message>
    <message>
        <source>Unmasked</source>
        <translation>不脱敏</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>个人信息</translation>
    </message>
    <message>
        <source>Names of the auditee&apos;s people, telephone and identity numbers are replaced</source>
        <translation>受审核方人员姓名、电话号码和证件号码将被替换</translation>
    </message>
    <message>
        <source>Everything prints as it was written</source>
        <translation>全部按原文输出</translation>
    </message>
    <message>
        <source>It prints with a mark; without this, texts that are missing stop the export</source>
        <translation>缺少的文字以主语言输出并加标注；不勾选时，缺少文字将无法导出</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Open register</source>
        <translation>打开台账</translation>
    </message>
    <message>
        <source>Open report</source>
        <translation>打开报告</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Write the files</source>
        <translation>导出文件</translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>导出文件夹</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Clauses by unit</source>
        <translation>条款 × 单位</translation>
    </message>
    <message>
        <source>Conformity</source>
        <translation>符合率</translation>
    </message>
    <message>
        <source>Alignment</source>
        <translation>标准贴合度</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未关闭</translation>
    </message>
    <message>
        <source>all units</source>
        <translation>全部单位</translation>
    </message>
    <message>
        <source>all clauses</source>
        <translation>全部条款</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>{answered} of {asked} answered · {reviewed} reviewed</source>
        <translation>已判定 {answered}/{asked} · 已复核 {reviewed}</translation>
    </message>
    <message>
        <source>Conformity (binding criteria)</source>
        <translation>符合率（约束性准则）</translation>
    </message>
    <message>
        <source>Alignment with ISO 10002</source>
        <translation>标准贴合度（ISO 10002）</translation>
    </message>
    <message>
        <source>⚑ capped at {limit} · {counts}</source>
        <translation>⚑ 上限 {limit} · {counts}</translation>
    </message>
    <message>
        <source>not sufficient to conclude</source>
        <translation>不足以得出结论</translation>
    </message>
    <message>
        <source>Open actions</source>
        <translation>未完成整改</translation>
    </message>
    <message>
        <source>{overdue} overdue · {verify} to verify</source>
        <translation>逾期 {overdue} · 待验证 {verify}</translation>
    </message>
    <message>
        <source>Blocks the next stage</source>
        <translation>阻止进入下一阶段</translation>
    </message>
    <message>
        <source>All clauses</source>
        <translation>全部条款</translation>
    </message>
    <message>
        <source>nothing counts here</source>
        <translation>此处无计入项</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>All units</source>
        <translation>全部单位</translation>
    </message>
    <message>
        <source>{answered} of {applicable} answered, {unclear} not conclusive</source>
        <translation>已判定 {answered}/{applicable}，无法判定 {unclear}</translation>
    </message>
</context>
<context>
    <name>PackList</name>
    <message>
        <source>Search all questions</source>
        <translation>搜索全部检查项</translation>
    </message>
    <message>
        <source>Search in both languages</source>
        <translation>中英文均可搜索</translation>
    </message>
    <message>
        <source>Sector</source>
        <translation>行业</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>归属</translation>
    </message>
    <message>
        <source>Built in</source>
        <translation>内置</translation>
    </message>
    <message>
        <source>My own</source>
        <translation>自有</translation>
    </message>
    <message>
        <source>Packs</source>
        <translation>检查表包</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>检查表包</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>{shown} of {total} packs</source>
        <translation>{total} 个检查表包中的 {shown} 个</translation>
    </message>
    <message>
        <source>{n} questions in {packs} packs</source>
        <translation>{packs} 个检查表包中有 {n} 个检查项</translation>
    </message>
</context>
<context>
    <name>PackPane</name>
    <message>
        <source>Its files cannot be read.</source>
        <translation>文件无法读取。</translation>
    </message>
    <message>
        <source>version {n}</source>
        <translation>第 {n} 版</translation>
    </message>
    <message>
        <source>my own</source>
        <translation>自有</translation>
    </message>
    <message>
        <source>built in, read only</source>
        <translation>内置，只读</translation>
    </message>
    <message>
        <source>{n} questions</source>
        <translation>{n} 个检查项</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Copy and tailor …</source>
        <translation>复制并裁剪…</translation>
    </message>
    <message>
        <source>Make a pack of your own from this one</source>
        <translation>以此为基础建立自己的检查表包</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Compare, export, delete</source>
        <translation>比较、导出、删除</translation>
    </message>
    <message>
        <source>Compare versions …</source>
        <translation>比较版本…</translation>
    </message>
    <message>
        <source>Export as a workbook (Excel) …</source>
        <translation>导出为工作簿（Excel）…</translation>
    </message>
    <message>
        <source>Export as a bundle …</source>
        <translation>导出为整包文件…</translation>
    </message>
    <message>
        <source>Back to the saved version</source>
        <translation>恢复到已保存的版本</translation>
    </message>
    <message>
        <source>Take off the list …</source>
        <translation>移出列表…</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>检查项</translation>
    </message>
</context>
<context>
    <name>PackReading</name>
    <message>
        <source>In figures</source>
        <translation>概况</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>of the short selection</source>
        <translation>其中精简检查表</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Hours, without sampled items</source>
        <translation>工时（不含样本）</translation>
    </message>
    <message>
        <source>To be verified</source>
        <translation>待核实</translation>
    </message>
    <message>
        <source>Copied from</source>
        <translation>复制自</translation>
    </message>
    <message>
        <source>Locked for copies</source>
        <translation>对副本锁定</translation>
    </message>
    <message>
        <source>Locked by the pack it was copied from</source>
        <translation>被来源检查表包锁定</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Short selection</source>
        <translation>精简检查表</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>已核实</translation>
    </message>
    <message>
        <source>Locked parts: {n}</source>
        <translation>已锁定 {n} 项内容</translation>
    </message>
    <message>
        <source>Draft. Still missing:</source>
        <translation>草稿，尚缺：</translation>
    </message>
    <message>
        <source>{part}: three points at least</source>
        <translation>{part}（至少三点）</translation>
    </message>
    <message>
        <source>Makes any departure major</source>
        <translation>加重情形（任何偏离即为严重不符合）</translation>
    </message>
    <message>
        <source>0, but weak</source>
        <translation>0，但做法薄弱</translation>
    </message>
    <message>
        <source>Planning and upkeep</source>
        <translation>计划与维护</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>{question} min, {item} min an item</source>
        <translation>{question} 分钟，每个样本 {item} 分钟</translation>
    </message>
</context>
<context>
    <name>PacksPart</name>
    <message>
        <source>Packs of the units</source>
        <translation>各单位的检查表包</translation>
    </message>
    <message>
        <source>Who audits what</source>
        <translation>审核分工</translation>
    </message>
    <message>
        <source>A pack is frozen into the audit: later editions change nothing here.</source>
        <translation>检查表包的版本固定在审核中，以后的新版不影响本次审核。</translation>
    </message>
    <message>
        <source>Add a pack …</source>
        <translation>添加检查表包…</translation>
    </message>
    <message>
        <source>Freeze a pack of the library into this audit</source>
        <translation>将库中的检查表包固定到本次审核</translation>
    </message>
    <message>
        <source>{title}: {n} questions</source>
        <translation>{title}：{n} 个检查项</translation>
    </message>
</context>
<context>
    <name>PacksStep</name>
    <message>
        <source>Search packs, in either language</source>
        <translation>搜索检查表包（中英文均可）</translation>
    </message>
    <message>
        <source>Search packs</source>
        <translation>搜索检查表包</translation>
    </message>
    <message>
        <source>The library is being read …</source>
        <translation>正在读取检查表库…</translation>
    </message>
    <message>
        <source>Sector: {sector}</source>
        <translation>行业：{sector}</translation>
    </message>
    <message>
        <source>All packs</source>
        <translation>全部检查表包</translation>
    </message>
    <message>
        <source>No pack fits these words.</source>
        <translation>没有符合这些词的检查表包。</translation>
    </message>
    <message>
        <source>{id}  {title} ({n} questions). {about}</source>
        <translation>{id}  {title}（{n} 个检查项）。{about}</translation>
    </message>
</context>
<context>
    <name>PacksWindow</name>
    <message>
        <source>Packs</source>
        <translation>检查表包</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Reading the packs …</source>
        <translation>正在读取检查表包…</translation>
    </message>
    <message>
        <source>It takes a moment the first time.</source>
        <translation>首次读取需要片刻。</translation>
    </message>
    <message>
        <source>The packs cannot be read</source>
        <translation>检查表包无法读取</translation>
    </message>
    <message>
        <source>{pack} is off the list.</source>
        <translation>{pack} 已移出列表。</translation>
    </message>
    <message>
        <source>Take {pack} off the list?</source>
        <translation>将 {pack} 移出列表？</translation>
    </message>
    <message>
        <source>Audits that use it keep it. Its saved versions stay in your folder.</source>
        <translation>已使用它的审核不受影响，已保存的版本仍留在您的文件夹中。</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>移出列表</translation>
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
        <translation>工单</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>操作留痕</translation>
    </message>
    <message>
        <source>Criteria and terms</source>
        <translation>条款与术语</translation>
    </message>
    <message>
        <source>Packs</source>
        <translation>检查表包</translation>
    </message>
    <message>
        <source>Restore a backup …</source>
        <translation>恢复备份…</translation>
    </message>
    <message>
        <source>Create backup now</source>
        <translation>立即备份</translation>
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
        <translation>新建审核</translation>
    </message>
</context>
<context>
    <name>PagesView</name>
    <message>
        <source>First page</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>The whole page in sight</source>
        <translation>显示整页</translation>
    </message>
    <message>
        <source>As wide as there is room</source>
        <translation>按窗口宽度显示</translation>
    </message>
    <message>
        <source>of {total}</source>
        <translation>共 {total} 页</translation>
    </message>
    <message>
        <source>Page {page} of {total}</source>
        <translation>第 {page} 页，共 {total} 页</translation>
    </message>
</context>
<context>
    <name>PickDialog</name>
    <message>
        <source>{found} found, {chosen} chosen</source>
        <translation>找到 {found} 项，已选 {chosen} 项</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search by number or words, in both languages</source>
        <translation>按编号或文字搜索，两种语言均可</translation>
    </message>
    <message>
        <source>What can be chosen</source>
        <translation>可选内容</translation>
    </message>
</context>
<context>
    <name>PlanAdoption</name>
    <message>
        <source>Proof that the standard was adopted</source>
        <translation>标准采用证明</translation>
    </message>
    <message>
        <source>ISO 10002 is guidance. It binds where management has adopted it: by a document, from a date, for clauses and units.</source>
        <translation>ISO 10002 是指南。管理层以文件决定自某日起、就某些条款、在某些单位采用后，才具有约束力。</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文件名称</translation>
    </message>
    <message>
        <source>Such as: Decision 2025-12</source>
        <translation>例如：办公会决议 2025-12</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>File</source>
        <translation>原件</translation>
    </message>
    <message>
        <source>Choose or drop …</source>
        <translation>选择或拖入…</translation>
    </message>
    <message>
        <source>Clauses</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>Such as: 4-8 or 5.2, 7.1-7.9</source>
        <translation>例如：4-8 或 5.2, 7.1-7.9</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>适用单位</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Record the proof</source>
        <translation>登记证明</translation>
    </message>
</context>
<context>
    <name>PlanCard</name>
    <message>
        <source>Decision of the plan</source>
        <translation>审核计划的决定</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Reason of the decision</source>
        <translation>决定的理由</translation>
    </message>
</context>
<context>
    <name>PlanDates</name>
    <message>
        <source>Period audited, from</source>
        <translation>审核期间，自</translation>
    </message>
    <message>
        <source>to</source>
        <translation>至</translation>
    </message>
    <message>
        <source>On site, from</source>
        <translation>现场审核，自</translation>
    </message>
    <message>
        <source>Closing meeting</source>
        <translation>末次会议</translation>
    </message>
    <message>
        <source>Report due</source>
        <translation>报告提交期限</translation>
    </message>
    <message>
        <source>Action plan due</source>
        <translation>整改计划提交期限</translation>
    </message>
</context>
<context>
    <name>PlanFacts</name>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Sector</source>
        <translation>行业</translation>
    </message>
    <message>
        <source>Jurisdiction</source>
        <translation>法域</translation>
    </message>
    <message>
        <source>Second language</source>
        <translation>第二语言</translation>
    </message>
    <message>
        <source>Classification</source>
        <translation>密级</translation>
    </message>
    <message>
        <source>Set of terms</source>
        <translation>用语体系</translation>
    </message>
    <message>
        <source>The words of screens, register and report in this audit</source>
        <translation>本次审核的界面、台账和报告所用的词语</translation>
    </message>
</context>
<context>
    <name>PlanLeaveOutDialog</name>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Note for the report (needed for another reason)</source>
        <translation>报告中的说明（选择“其他原因”时必填）</translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message>
        <source>Frame</source>
        <translation>基本框架</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>审核组</translation>
    </message>
    <message>
        <source>Packs and assignment</source>
        <translation>检查表包和分工</translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation>准则</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>组织概况</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>取舍与工时</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>值表</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
</context>
<context>
    <name>PlanProposalDialog</name>
    <message>
        <source>Proposed selection</source>
        <translation>建议的检查范围</translation>
    </message>
    <message>
        <source>Last audit …</source>
        <translation>上次审核……</translation>
    </message>
    <message>
        <source>Reason recorded</source>
        <translation>记录的原因</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
</context>
<context>
    <name>PlanRule</name>
    <message>
        <source>Take out of use</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文件名称</translation>
    </message>
    <message>
        <source>Such as: Customer complaint procedure</source>
        <translation>例如：客户投诉管理办法</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>Force</source>
        <translation>约束力</translation>
    </message>
    <message>
        <source>File</source>
        <translation>原件</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>文号</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Wording</source>
        <translation>条文</translation>
    </message>
    <message>
        <source>Wording in the second language</source>
        <translation>第二语言条文</translation>
    </message>
    <message>
        <source>Serves these clauses and questions</source>
        <translation>适用的条款和检查项</translation>
    </message>
    <message>
        <source>Type a number or a word, in either language; Return adds the first</source>
        <translation>输入编号或词语，中英文均可；回车添加第一项</translation>
    </message>
    <message>
        <source>Found clauses and questions</source>
        <translation>找到的条款和检查项</translation>
    </message>
    <message>
        <source>Linked clauses and questions</source>
        <translation>已关联的条款和检查项</translation>
    </message>
    <message>
        <source>Del takes a link away</source>
        <translation>按 Del 取消关联</translation>
    </message>
</context>
<context>
    <name>PlanUpgradeDialog</name>
    <message>
        <source>Keep all results</source>
        <translation>全部保留原判定</translation>
    </message>
    <message>
        <source>Judge all again</source>
        <translation>全部重新判断</translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message>
        <source>What is wrong or missing</source>
        <translation>问题与缺失</translation>
    </message>
    <message>
        <source>To correct before saving: {wrong} · to look at: {warnings}</source>
        <translation>保存前须更正 {wrong} 处 · 请查看 {warnings} 处</translation>
    </message>
</context>
<context>
    <name>ProfilePart</name>
    <message>
        <source>What is not known hides nothing. Results already given stay in the file.</source>
        <translation>尚不清楚的事实不会隐藏检查项；已作出的判定保留在文件中。</translation>
    </message>
    <message>
        <source>Show what is not asked</source>
        <translation>查看不提问的检查项</translation>
    </message>
    <message>
        <source>The questions that are not asked, and why</source>
        <translation>哪些检查项不提问、为什么</translation>
    </message>
    <message>
        <source>Nothing to state</source>
        <translation>无需填写</translation>
    </message>
    <message>
        <source>The packs in use ask for no facts about the organisation.</source>
        <translation>所用检查表包不需要填写组织概况。</translation>
    </message>
    <message>
        <source>Asked: {n} questions</source>
        <translation>提问 {n} 项</translation>
    </message>
    <message>
        <source>do not apply: {n}</source>
        <translation>不适用 {n} 项</translation>
    </message>
    <message>
        <source>left out by the plan: {n}</source>
        <translation>计划未纳入 {n} 项</translation>
    </message>
    <message>
        <source>Questions that depend on it: {n}. Asked as long as it is not known.</source>
        <translation>相关检查项 {n} 项；尚不清楚时照常提问。</translation>
    </message>
    <message>
        <source>Questions that depend on it: {n}. Not asked now, over all units: {hides}.</source>
        <translation>相关检查项 {n} 项；目前各单位合计 {hides} 项不提问。</translation>
    </message>
    <message>
        <source>Questions that depend on it: {n}. All are asked.</source>
        <translation>相关检查项 {n} 项；全部提问。</translation>
    </message>
</context>
<context>
    <name>ProfileStep</name>
    <message>
        <source>Plan seven hours for each auditor on each weekday on site; change them later</source>
        <translation>按现场审核期间每个工作日每位审核员 7 小时填入工时，以后可以修改</translation>
    </message>
    <message>
        <source>Questions that depend on it: {n}</source>
        <translation>相关检查项 {n} 项</translation>
    </message>
    <message>
        <source>The library is being read …</source>
        <translation>正在读取检查表库……</translation>
    </message>
    <message>
        <source>The chosen packs ask for no facts about the organisation.</source>
        <translation>所选检查表包不需要填写组织概况。</translation>
    </message>
    <message>
        <source>Enter the on-site dates under Dates first</source>
        <translation>请先在“日期”中填写现场审核日期</translation>
    </message>
</context>
<context>
    <name>ProposalDialog</name>
    <message>
        <source>Take over</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>{asked} questions fit: {planned} of {hours} hours. {out} do not fit.</source>
        <translation>可安排 {asked} 项：用时 {planned} 小时，可用 {hours} 小时；{out} 项无法安排。</translation>
    </message>
    <message>
        <source>Against the plan as it stands: {leave} left out, {ask} asked again.</source>
        <translation>与现计划相比：{leave} 项改为不纳入，{ask} 项重新纳入。</translation>
    </message>
    <message>
        <source>The plan as it stands is already the proposal.</source>
        <translation>现计划与建议一致。</translation>
    </message>
    <message>
        <source>Name the last audit&apos;s file and its findings count too.</source>
        <translation>指定上次审核的文件，其审核发现将一并考虑。</translation>
    </message>
    <message>
        <source>Findings of {name} count.</source>
        <translation>已考虑“{name}”的审核发现。</translation>
    </message>
    <message>
        <source>Changes {n}</source>
        <translation>变化 {n}</translation>
    </message>
    <message>
        <source>Left out {n}</source>
        <translation>不纳入 {n}</translation>
    </message>
    <message>
        <source>Asked {n}</source>
        <translation>提问 {n}</translation>
    </message>
    <message>
        <source>ask</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>leave out</source>
        <translation>不纳入</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>分值</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Wording</source>
        <translation>内容</translation>
    </message>
</context>
<context>
    <name>ProposalLine</name>
    <message>
        <source>Show the result of {rule}</source>
        <translation>查看{rule}的测试结果</translation>
    </message>
    <message>
        <source>as answered</source>
        <translation>与判定一致</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Answer with what the test proposes, its figures as evidence</source>
        <translation>采用测试建议的结果，数字作为证据</translation>
    </message>
    <message>
        <source>{n} of {total} tickets fail ({share})</source>
        <translation>{total}件工单中{n}件未通过（{share}）</translation>
    </message>
    <message>
        <source>{n} cannot be tested</source>
        <translation>{n}件无法测试</translation>
    </message>
</context>
<context>
    <name>ProposalStrip</name>
    <message>
        <source>{question}: taken over from {rule}</source>
        <translation>{question}：已采用{rule}的结果</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>Proposing</name>
    <message>
        <source>Enter the team&apos;s hours first: the proposal fits them.</source>
        <translation>请先填写审核组工时，再按工时提出建议。</translation>
    </message>
    <message>
        <source>Audits</source>
        <translation>审核文件</translation>
    </message>
    <message>
        <source>The last audit</source>
        <translation>上次审核</translation>
    </message>
    <message>
        <source>Selection taken over: {leave} left out, {ask} asked again.</source>
        <translation>已采用建议：{leave} 项不纳入，{ask} 项重新纳入。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>QuestionForm</name>
    <message>
        <source>What is asked</source>
        <translation>提问内容</translation>
    </message>
    <message>
        <source>What to look for</source>
        <translation>检查要点</translation>
    </message>
    <message>
        <source>Against which criteria</source>
        <translation>依据的准则</translation>
    </message>
    <message>
        <source>How to grade</source>
        <translation>判定标准</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>抽样</translation>
    </message>
    <message>
        <source>Planning and upkeep</source>
        <translation>计划与维护</translation>
    </message>
    <message>
        <source>Nothing is sampled</source>
        <translation>不抽样</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Criteria of the question</source>
        <translation>检查项的准则</translation>
    </message>
    <message>
        <source>Take these</source>
        <translation>采用</translation>
    </message>
</context>
<context>
    <name>QuestionPane</name>
    <message>
        <source>Note: what you saw and heard, as it was said</source>
        <translation>现场记录：如实记下所见所闻</translation>
    </message>
    <message>
        <source>Raise finding</source>
        <translation>提出审核发现</translation>
    </message>
    <message>
        <source>Raise a finding prefilled from this question</source>
        <translation>以本检查项内容预填并提出审核发现</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一项</translation>
    </message>
    <message>
        <source>Previous question</source>
        <translation>上一检查项</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一项</translation>
    </message>
    <message>
        <source>Next question</source>
        <translation>下一检查项</translation>
    </message>
    <message>
        <source>Add the rule …</source>
        <translation>补充制度…</translation>
    </message>
    <message>
        <source>Clauses</source>
        <translation>条款目录</translation>
    </message>
    <message>
        <source>Matrix of questions and units</source>
        <translation>检查项与受审核单位矩阵</translation>
    </message>
    <message>
        <source>Second language</source>
        <translation>另一语言</translation>
    </message>
    <message>
        <source>Interview: question and note only</source>
        <translation>访谈模式：仅显示检查项与记录</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>检查指引</translation>
    </message>
    <message>
        <source>History of this answer</source>
        <translation>本检查结果的修改记录</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>受审核单位</translation>
    </message>
    <message>
        <source>The pack cannot be read</source>
        <translation>检查表包无法读取</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>阅读</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Whole question</source>
        <translation>检查项全文</translation>
    </message>
</context>
<context>
    <name>QuestionTree</name>
    <message>
        <source>About this pack</source>
        <translation>关于本检查表包</translation>
    </message>
</context>
<context>
    <name>QuestionWords</name>
    <message>
        <source>Conforming</source>
        <translation>符合</translation>
    </message>
    <message>
        <source>Improvement</source>
        <translation>改进</translation>
    </message>
    <message>
        <source>Minor</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Major</source>
        <translation>严重</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>Not conclusive</source>
        <translation>无法判定</translation>
    </message>
    <message>
        <source>core</source>
        <translation>核心</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} 分钟</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>population: {words}</source>
        <translation>总体：{words}</translation>
    </message>
    <message>
        <source>strata: {words}</source>
        <translation>分层：{words}</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>抽样</translation>
    </message>
    <message>
        <source>Minor and major count as improvement here.</source>
        <translation>此处一般和严重均计为改进机会。</translation>
    </message>
    <message>
        <source>Counts as improvement, fulfilment {degree}: {severer}, if adopted.</source>
        <translation>计为改进机会，满足程度 {degree}；若已采用则为“{severer}”。</translation>
    </message>
    <message>
        <source>would be, if adopted; counts as {result}, fulfilment {degree}</source>
        <translation>若已采用该标准则如此判定；此处计为{result}，满足程度 {degree}</translation>
    </message>
</context>
<context>
    <name>QuestionsPane</name>
    <message>
        <source>Number or words</source>
        <translation>编号或关键词</translation>
    </message>
    <message>
        <source>Search the questions</source>
        <translation>搜索检查项</translation>
    </message>
    <message>
        <source>Propose a selection …</source>
        <translation>建议检查范围……</translation>
    </message>
    <message>
        <source>What fits the team&apos;s hours, by risk: shown first, taken over as one step</source>
        <translation>按风险选出工时内可完成的检查项：先预览，再一步采用</translation>
    </message>
    <message>
        <source>Leave out …</source>
        <translation>不纳入……</translation>
    </message>
    <message>
        <source>Leave the chosen questions out, with a reason</source>
        <translation>不纳入所选检查项，并记录原因</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>重新纳入</translation>
    </message>
    <message>
        <source>Take the chosen questions back into the plan</source>
        <translation>将所选检查项重新纳入计划</translation>
    </message>
    <message>
        <source>Questions of the plan</source>
        <translation>计划中的检查项</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Wording</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>core</source>
        <translation>核心</translation>
    </message>
    <message>
        <source>weight {n}</source>
        <translation>权重 {n}</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>不提问</translation>
    </message>
    <message>
        <source>Answered, no longer asked</source>
        <translation>已判定、不再提问</translation>
    </message>
    <message>
        <source>A condition hides them, or the plan leaves them out; the report says so.</source>
        <translation>因条件不满足或计划未纳入而不提问；报告中予以说明。</translation>
    </message>
    <message>
        <source>These results stay in the file and no longer count.</source>
        <translation>这些判定保留在文件中，不再计入统计。</translation>
    </message>
    <message>
        <source>Choose a question to read it in full; Enter opens it in the checklist.</source>
        <translation>选择一项可查看全文；按 Enter 在检查表中打开。</translation>
    </message>
    <message>
        <source>{n} chosen</source>
        <translation>已选 {n} 项</translation>
    </message>
    <message>
        <source>{n} questions. The reason stands in the report.</source>
        <translation>共 {n} 项检查项。原因将写入报告。</translation>
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
    <name>RaiseFindingDialog</name>
    <message>
        <source>Whole organization</source>
        <translation>组织整体</translation>
    </message>
    <message>
        <source>Raise</source>
        <translation>提出</translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation>审核准则</translation>
    </message>
    <message>
        <source>The strongest force among them limits the grade.</source>
        <translation>其中最强的约束力决定可用的最高等级。</translation>
    </message>
    <message>
        <source>Cite</source>
        <translation>引用</translation>
    </message>
    <message>
        <source>{n} chosen</source>
        <translation>已选 {n} 项</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>Raise a finding</source>
        <translation>提出审核发现</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>事实</translation>
    </message>
    <message>
        <source>What was found: facts, numbers, where, when</source>
        <translation>发现了什么：事实、数量、地点、时间</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>等级</translation>
    </message>
</context>
<context>
    <name>ReasonsPane</name>
    <message>
        <source>Reasons</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Map it</source>
        <translation>去对应</translation>
    </message>
    <message>
        <source>Go to the mapping of columns; a new import tests it</source>
        <translation>前往列的对应；重新导入后即可测试</translation>
    </message>
    <message>
        <source>Show its exceptions</source>
        <translation>查看其例外</translation>
    </message>
    <message>
        <source>Only the exceptions with this reason</source>
        <translation>仅列该原因的例外</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>fail</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>cannot test</source>
        <translation>无法测试</translation>
    </message>
    <message>
        <source>noted beside</source>
        <translation>另行列示</translation>
    </message>
    <message>
        <source>No column for {fields}: what rests on it cannot be tested.</source>
        <translation>没有“{fields}”对应的列，以此为依据的无法测试。</translation>
    </message>
</context>
<context>
    <name>ReconcilePart</name>
    <message>
        <source>Whole</source>
        <translation>总数</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>按月</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>按渠道</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>按月与渠道</translation>
    </message>
    <message>
        <source>How finely</source>
        <translation>核对粒度</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Paste figures from a spreadsheet</source>
        <translation>从电子表格粘贴数字</translation>
    </message>
    <message>
        <source>From a file …</source>
        <translation>从文件读取…</translation>
    </message>
    <message>
        <source>A report with month, channel and number</source>
        <translation>含月份、渠道和数量的报表</translation>
    </message>
    <message>
        <source>Reconciled</source>
        <translation>核对一致</translation>
    </message>
    <message>
        <source>Take the verdict back</source>
        <translation>撤销结论</translation>
    </message>
    <message>
        <source>Counted and told figures</source>
        <translation>清点数与告知数</translation>
    </message>
    <message>
        <source>Type the auditee&apos;s own figures, or paste them: month, channel and number in columns, or numbers alone from the chosen row down. An empty cell is not told.</source>
        <translation>输入或粘贴受审核方自己的数字：月份、渠道、数量各占一列，或仅有数字、自所选行向下填入。空格表示未告知。</translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation>正在读取 {file}</translation>
    </message>
    <message>
        <source>no figure of the auditee yet</source>
        <translation>尚无受审核方的数字</translation>
    </message>
    <message>
        <source>figures differ</source>
        <translation>数字不一致</translation>
    </message>
    <message>
        <source>gaps in numbers without an explanation</source>
        <translation>编号缺口未说明</translation>
    </message>
    <message>
        <source>All told figures agree: confirm it.</source>
        <translation>告知的数字全部一致，请确认。</translation>
    </message>
    <message>
        <source>“{text}” is no number of tickets</source>
        <translation>“{text}”不是工单数量</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt *.xlsx *.xlsm *.xls *.ods);;All files (*)</source>
        <translation>表格 (*.csv *.tsv *.txt *.xlsx *.xlsm *.xls *.ods);;所有文件 (*)</translation>
    </message>
    <message>
        <source>The auditee&apos;s figures</source>
        <translation>受审核方的数字</translation>
    </message>
    <message>
        <source>Reconciled all the same?</source>
        <translation>仍认定核对一致？</translation>
    </message>
    <message>
        <source>The figures alone do not say so ({reasons}). Say what else does.</source>
        <translation>仅凭数字尚不足以认定（{reasons}）。请说明其他依据。</translation>
    </message>
</context>
<context>
    <name>ReferenceWindow</name>
    <message>
        <source>Criteria and terms</source>
        <translation>条款与术语</translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation>条款与依据</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>术语</translation>
    </message>
    <message>
        <source>Ambiguities</source>
        <translation>歧义登记</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Reading the library …</source>
        <translation>正在读取资料库……</translation>
    </message>
    <message>
        <source>It takes a moment the first time.</source>
        <translation>首次读取需要片刻。</translation>
    </message>
    <message>
        <source>The library cannot be read</source>
        <translation>无法读取资料库</translation>
    </message>
    <message>
        <source>The library has no entry for this any more.</source>
        <translation>资料库中已没有该条目。</translation>
    </message>
</context>
<context>
    <name>Rendering</name>
    <message>
        <source>Laying out the report</source>
        <translation>正在排版报告</translation>
    </message>
</context>
<context>
    <name>ReportOptions</name>
    <message>
        <source>Report</source>
        <translation>审核报告</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>个人信息</translation>
    </message>
    <message>
        <source>Names and numbers of persons print in full. Give these files only to those who may see them.</source>
        <translation>姓名和个人号码将完整输出。文件只能交给有权查看的人员。</translation>
    </message>
    <message>
        <source>Main language where a text is missing</source>
        <translation>缺少的文字用主语言代替</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Register (xlsx)</source>
        <translation>台账（xlsx）</translation>
    </message>
    <message>
        <source>Report (pdf)</source>
        <translation>报告（pdf）</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>Before the report is issued</source>
        <translation>报告签发之前</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Write the conclusion</source>
        <translation>填写审核结论</translation>
    </message>
    <message>
        <source>Sign and issue</source>
        <translation>签核与签发</translation>
    </message>
    <message>
        <source>The folder already holds {names}. Replace?</source>
        <translation>文件夹中已有 {names}，是否替换？</translation>
    </message>
    <message>
        <source>Replace files</source>
        <translation>替换文件</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Reading the open questions of sources</source>
        <translation>正在读取来源中的待定事项</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺项</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>签发</translation>
    </message>
</context>
<context>
    <name>ReportPages</name>
    <message>
        <source>Page number</source>
        <translation>页码</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>整页</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>页宽</translation>
    </message>
    <message>
        <source>Page of the report</source>
        <translation>报告页面</translation>
    </message>
</context>
<context>
    <name>ReportSigning</name>
    <message>
        <source>Sign-offs of the whole audit</source>
        <translation>整个审核的签核</translation>
    </message>
    <message>
        <source>Final numbers</source>
        <translation>正式编号</translation>
    </message>
    <message>
        <source>Give final numbers</source>
        <translation>赋予正式编号</translation>
    </message>
    <message>
        <source>State of the audit</source>
        <translation>审核状态</translation>
    </message>
</context>
<context>
    <name>ResultPane</name>
    <message>
        <source>This rule measures no value.</source>
        <translation>本规则没有测量值。</translation>
    </message>
    <message>
        <source>clause {clause}</source>
        <translation>条款 {clause}</translation>
    </message>
    <message>
        <source>threshold {limit}</source>
        <translation>阈值 {limit}</translation>
    </message>
    <message>
        <source>fail</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>pass</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>running</source>
        <translation>未到期</translation>
    </message>
    <message>
        <source>cannot test</source>
        <translation>无法测试</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>分布</translation>
    </message>
    <message>
        <source>Systemic causes</source>
        <translation>系统性原因</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>例外</translation>
    </message>
    <message>
        <source>Breakdown</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>90 %</source>
        <translation>90%≤</translation>
    </message>
    <message>
        <source>95 %</source>
        <translation>95%≤</translation>
    </message>
    <message>
        <source>most</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>{n} tickets measured</source>
        <translation>有测量值的工单{n}件</translation>
    </message>
</context>
<context>
    <name>RuleForm</name>
    <message>
        <source>New rule of the auditee</source>
        <translation>受审核方的新制度条款</translation>
    </message>
    <message>
        <source>It is saved as soon as it has a document; then each field on leaving.</source>
        <translation>填写文件名称后即保存，之后每离开一栏保存一次。</translation>
    </message>
    <message>
        <source>Saved. It can be cited in findings now.</source>
        <translation>已保存，可在审核发现中引用。</translation>
    </message>
    <message>
        <source>A template is no criterion until a source document replaces it.</source>
        <translation>模板在换成来源文件之前不能作为准则。</translation>
    </message>
    <message>
        <source>Saved. Link it to the clauses or questions that it serves.</source>
        <translation>已保存。请关联其适用的条款或检查项。</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose or drop it: it becomes evidence and is linked to the rule</source>
        <translation>选择或拖入：该文件将登记为证据，并与本条款关联</translation>
    </message>
    <message>
        <source>File of the document</source>
        <translation>文件原件</translation>
    </message>
</context>
<context>
    <name>RunDialog</name>
    <message>
        <source>Run</source>
        <translation>执行</translation>
    </message>
    <message>
        <source>Rules on the whole process</source>
        <translation>全流程规则</translation>
    </message>
    <message>
        <source>{n} rules chosen</source>
        <translation>已选{n}条规则</translation>
    </message>
    <message>
        <source>As each rule says</source>
        <translation>按各规则</translation>
    </message>
    <message>
        <source>Monday to Friday, no holidays</source>
        <translation>周一至周五，不计节假日</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
</context>
<context>
    <name>SecondPart</name>
    <message>
        <source>No contact sample in this extract</source>
        <translation>此次提取没有接触样本</translation>
    </message>
    <message>
        <source>Complaints that were never recorded cannot be found among the tickets. Take a sample of calls, chats or letters, mark what is a complaint, and import it together with the tickets.</source>
        <translation>从未登记的投诉无法在工单中找到。请抽取通话、聊天或信函样本，标明哪些是投诉，与工单一并导入。</translation>
    </message>
    <message>
        <source>Import with a contact sample</source>
        <translation>连同接触样本导入</translation>
    </message>
    <message>
        <source>Hold the contact sample against the tickets</source>
        <translation>以接触样本核对工单</translation>
    </message>
    <message>
        <source>R-001: each contact that you called a complaint needs a ticket, by contact number or by customer within 24 hours. The other way round, tickets without a contact are counted.</source>
        <translation>R-001：凡您认定为投诉的接触，均应有工单与之对应（按流水号，或同一客户 24 小时内）。反向则统计没有接触记录的工单。</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>开始核对</translation>
    </message>
    <message>
        <source>Match again</source>
        <translation>重新核对</translation>
    </message>
    <message>
        <source>Complaints without a ticket</source>
        <translation>没有工单的投诉</translation>
    </message>
    <message>
        <source>Matching contacts</source>
        <translation>正在核对接触样本</translation>
    </message>
    <message>
        <source>{matched} of {sampled} sampled complaints were recorded ({share}): {contact} found by contact number, {customer} by customer within 24 hours.</source>
        <translation>抽样投诉 {sampled} 件，已登记 {matched} 件（{share}）：按流水号找到 {contact} 件，按客户 24 小时内找到 {customer} 件。</translation>
    </message>
    <message>
        <source>The other way round: {without} of {looked} tickets of these channels and days have no contact in the other source.</source>
        <translation>反向：这些渠道和日期的工单 {looked} 件中，{without} 件在第二来源中没有接触记录。</translation>
    </message>
    <message>
        <source>{count} contacts could not be tested.</source>
        <translation>{count} 条接触无法测试。</translation>
    </message>
</context>
<context>
    <name>SecondSource</name>
    <message>
        <source>Row</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>Contact without a ticket</source>
        <translation>没有工单的接触</translation>
    </message>
    <message>
        <source>At</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
</context>
<context>
    <name>SelectionPart</name>
    <message>
        <source>That is no number. Enter hours as 7 or 6.5.</source>
        <translation>不是有效数字。工时请填 7 或 6.5 这样的数字。</translation>
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
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>At most, for each audit</source>
        <translation>每项审核的上限</translation>
    </message>
    <message>
        <source>Twice the size of the audit file</source>
        <translation>审核文件大小的两倍</translation>
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
        <source>Up to 8 letters or digits, ending in a letter, such as ZJ</source>
        <translation>最多 8 位字母或数字，以字母结尾，如 ZJ</translation>
    </message>
</context>
<context>
    <name>SignStrip</name>
    <message>
        <source>edited since</source>
        <translation>此后有修改</translation>
    </message>
    <message>
        <source>edited after review</source>
        <translation>复核后有修改</translation>
    </message>
    <message>
        <source>Somebody else reviews: this answer is your own work</source>
        <translation>须由他人复核：本检查结果由您完成</translation>
    </message>
    <message>
        <source>Mark as prepared by you</source>
        <translation>标记为由您编制</translation>
    </message>
    <message>
        <source>Mark as reviewed by you</source>
        <translation>标记为由您复核</translation>
    </message>
    <message>
        <source>The answer was changed after this; mark it again</source>
        <translation>此后检查结果有修改，请重新标记</translation>
    </message>
</context>
<context>
    <name>SigningPane</name>
    <message>
        <source>nobody yet</source>
        <translation>尚无人签署</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签署</translation>
    </message>
    <message>
        <source>Sign again</source>
        <translation>重新签署</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>edited after this sign-off</source>
        <translation>签署后有修改</translation>
    </message>
    <message>
        <source>{numbered} of {findings} findings have their final number.</source>
        <translation>{findings} 项发现中 {numbered} 项已有正式编号。</translation>
    </message>
    <message>
        <source>There is no finding.</source>
        <translation>没有审核发现。</translation>
    </message>
    <message>
        <source>The team leader&apos;s step at consolidation; numbers given before stay</source>
        <translation>由审核组长在汇总时操作；已有的编号不变</translation>
    </message>
    <message>
        <source>Give final numbers</source>
        <translation>赋予正式编号</translation>
    </message>
    <message>
        <source>Now: {state}</source>
        <translation>当前：{state}</translation>
    </message>
    <message>
        <source>Issue the audit</source>
        <translation>签发审核</translation>
    </message>
</context>
<context>
    <name>SlaDialog</name>
    <message>
        <source>Limits</source>
        <translation>时限表</translation>
    </message>
    <message>
        <source>Clocks</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>no source yet</source>
        <translation>尚无依据</translation>
    </message>
    <message>
        <source>several sources</source>
        <translation>依据不一</translation>
    </message>
    <message>
        <source>No limit of the auditee: the rule&apos;s own limits are used.</source>
        <translation>受审核方未填写时限：采用规则自带的时限。</translation>
    </message>
    <message>
        <source>◇ {mark}: {n} of {all} limits have no source. Results are marked and stay out of proposals, scores and findings.</source>
        <translation>◇ {mark}：{all}个时限中有{n}个没有依据；测试结果带此标记，不进入建议、评分和审核发现。</translation>
    </message>
    <message>
        <source>✓ All {all} limits have a source.</source>
        <translation>✓ {all}个时限均有依据。</translation>
    </message>
    <message>
        <source>Tickets that no cell fits are not tested.</source>
        <translation>没有对应时限的工单不测试。</translation>
    </message>
    <message numerus="yes">
        <source>%n cells were not taken. </source>
        <translation>
            <numerusform>%n个单元格未采用。</numerusform>
        </translation>
    </message>
    <message>
        <source>No customer tier: {names}. These columns were left out.</source>
        <translation>不是客户等级：{names}。这些列未采用。</translation>
    </message>
    <message>
        <source>Add clock …</source>
        <translation>新建时钟…</translation>
    </message>
    <message>
        <source>A clock of the auditee that no rule knows</source>
        <translation>规则库中没有的、受审核方自有的时钟</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Take all limits of this clock out</source>
        <translation>移除该时钟的全部时限</translation>
    </message>
    <message>
        <source>Limits by category and customer tier</source>
        <translation>按类别和客户等级的时限</translation>
    </message>
    <message>
        <source>Paste from a sheet</source>
        <translation>从表格粘贴</translation>
    </message>
    <message>
        <source>Categories down, tiers across, or a list with heads</source>
        <translation>首列为类别、首行为客户等级，或带表头的清单</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Add category</source>
        <translation>添加类别</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Article or section</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Empty cells take the limit of all tiers or all categories (italic). “-” means none is laid down. Ctrl+Z takes a step back.</source>
        <translation>空单元格沿用全部等级或全部类别的时限（斜体）；“-”表示未规定时限；Ctrl+Z撤销上一步。</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
</context>
<context>
    <name>SlaWords</name>
    <message>
        <source>All tiers</source>
        <translation>全部等级</translation>
    </message>
    <message>
        <source>VIP</source>
        <translation>VIP</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
</context>
<context>
    <name>SourcePane</name>
    <message>
        <source>Which file holds the tickets?</source>
        <translation>哪个文件存有工单？</translation>
    </message>
    <message>
        <source>CSV, XLSX, XLS or ODS, as the system exported it. Drop it here, or choose it. Customers and staff become pseudonyms before anything is stored.</source>
        <translation>系统导出的 CSV、XLSX、XLS 或 ODS 原文件。拖到此处或点击选择。存储之前，客户与员工即以假名代替。</translation>
    </message>
    <message>
        <source>Choose a file …</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Another file …</source>
        <translation>换一个文件…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Next: map the columns</source>
        <translation>下一步：对应各列</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>分隔符</translation>
    </message>
    <message>
        <source>Header in row</source>
        <translation>表头所在行</translation>
    </message>
    <message>
        <source>Order of dates</source>
        <translation>日期次序</translation>
    </message>
    <message>
        <source>Times without a zone are</source>
        <translation>未标时区的时间为</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>The first rows</source>
        <translation>前若干行</translation>
    </message>
    <message>
        <source>no file</source>
        <translation>无文件</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt *.xlsx *.xlsm *.xls *.ods);;All files (*)</source>
        <translation>表格 (*.csv *.tsv *.txt *.xlsx *.xlsm *.xls *.ods);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Choose the file: {table}</source>
        <translation>选择文件：{table}</translation>
    </message>
    <message>
        <source>{size} · {count} columns</source>
        <translation>{size} · {count} 列</translation>
    </message>
    <message>
        <source>By the contents</source>
        <translation>按内容判定</translation>
    </message>
    <message>
        <source>Day, month, year</source>
        <translation>日、月、年</translation>
    </message>
    <message>
        <source>Month, day, year</source>
        <translation>月、日、年</translation>
    </message>
    <message>
        <source>Year, month, day</source>
        <translation>年、月、日</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>as written</source>
        <translation>按原样</translation>
    </message>
    <message>
        <source>The dates in “{columns}” can be read with day or month first. Say which.</source>
        <translation>“{columns}”中的日期可按日在前或月在前读取，请指明。</translation>
    </message>
    <message>
        <source>An event log: {count} rows a ticket are folded into one ticket.</source>
        <translation>这是事件日志：每件工单约 {count} 行，将合并为一件工单。</translation>
    </message>
    <message>
        <source>There is no row below the header. Is it in the right row?</source>
        <translation>表头下没有数据行。表头所在行是否正确？</translation>
    </message>
    <message>
        <source>The first {count} rows; columns that name persons show only their form.</source>
        <translation>前 {count} 行；涉及个人的列只显示其形式。</translation>
    </message>
    <message>
        <source>Comma  ,</source>
        <translation>逗号  ,</translation>
    </message>
    <message>
        <source>Semicolon  ;</source>
        <translation>分号  ;</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>Bar  |</source>
        <translation>竖线  |</translation>
    </message>
    <message>
        <source>Looking at {file}</source>
        <translation>正在查看 {file}</translation>
    </message>
</context>
<context>
    <name>StartStep</name>
    <message>
        <source>Such as: Hangzhou branch, complaint handling</source>
        <translation>例如：杭州分公司投诉处理审核</translation>
    </message>
    <message>
        <source>Left empty: the organisation</source>
        <translation>不填则为受审核方名称</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Choose the folder and the name of the file</source>
        <translation>选择文件夹和文件名</translation>
    </message>
    <message>
        <source>Give the audit a title.</source>
        <translation>请填写审核名称。</translation>
    </message>
    <message>
        <source>Give the audit a number.</source>
        <translation>请填写审核编号。</translation>
    </message>
    <message>
        <source>Give your name: every change is kept under it.</source>
        <translation>请填写您的姓名：每次更改都会记在您的名下。</translation>
    </message>
    <message>
        <source>The folder of the file is not there. Choose another one.</source>
        <translation>文件所在的文件夹不存在，请另选一个。</translation>
    </message>
    <message>
        <source>Give your code: it becomes part of the numbers of your evidence.</source>
        <translation>请填写您的代码：它会成为您的证据编号的一部分。</translation>
    </message>
    <message>
        <source>Title ({language})</source>
        <translation>名称（{language}）</translation>
    </message>
    <message>
        <source>Audit files</source>
        <translation>审核文件</translation>
    </message>
    <message>
        <source>The audit file</source>
        <translation>审核文件</translation>
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
        <source>{state}: {missing}</source>
        <translation>{state}：{missing}</translation>
    </message>
    <message>
        <source>Still needed — {what}</source>
        <translation>尚缺：{what}</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>StepDialog</name>
    <message>
        <source>The auditee&apos;s statement; the team may record it.</source>
        <translation>受审核方的表态，可由审核组代为记录。</translation>
    </message>
    <message>
        <source>The audit team&apos;s step.</source>
        <translation>由审核组进行。</translation>
    </message>
</context>
<context>
    <name>TakeDialog</name>
    <message>
        <source>Import a pack</source>
        <translation>导入检查表包</translation>
    </message>
    <message>
        <source>Nothing is written before you say so.</source>
        <translation>确认之前不会写入任何内容。</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>What the file holds</source>
        <translation>文件内容</translation>
    </message>
    <message>
        <source>Import under the id</source>
        <translation>导入时使用的编号</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>You have {id}: the file becomes its next version.</source>
        <translation>您已有 {id}：此文件将成为它的下一版本。</translation>
    </message>
    <message>
        <source>{id} is built in: the file comes in under another id.</source>
        <translation>{id} 为内置检查表包：此文件将以其他编号导入。</translation>
    </message>
    <message>
        <source>To correct in the file first</source>
        <translation>须先在文件中更正</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>请查看</translation>
    </message>
</context>
<context>
    <name>TeamPane</name>
    <message>
        <source>Team</source>
        <translation>审核组</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>添加人员</translation>
    </message>
    <message>
        <source>Take off the team</source>
        <translation>移出</translation>
    </message>
    <message>
        <source>Take the person off the team</source>
        <translation>将此人移出审核组</translation>
    </message>
    <message>
        <source>A code becomes part of the numbers of evidence and findings and stays. The auditee&apos;s people stand here too: they own actions and confirm facts.</source>
        <translation>代码会成为证据和审核发现编号的一部分，不能再改。受审核方人员也列在这里：由其确认事实、负责整改。</translation>
    </message>
    <message>
        <source>(you)</source>
        <translation>（本人）</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Up to 8 letters and digits that end with a letter</source>
        <translation>最多 8 个字母或数字，以字母结尾</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>所属单位</translation>
    </message>
    <message>
        <source>Telephone or e-mail</source>
        <translation>电话或电子邮箱</translation>
    </message>
</context>
<context>
    <name>TeamPart</name>
    <message>
        <source>You cannot take yourself off the team.</source>
        <translation>不能将自己移出审核组。</translation>
    </message>
</context>
<context>
    <name>TeamSide</name>
    <message>
        <source>The audit team&apos;s side</source>
        <translation>审核组填写</translation>
    </message>
    <message>
        <source>Assessment of the plan</source>
        <translation>措施评审意见</translation>
    </message>
    <message>
        <source>does it remove the cause?</source>
        <translation>措施能否消除原因？</translation>
    </message>
    <message>
        <source>What the verification showed</source>
        <translation>验证结论</translation>
    </message>
    <message>
        <source>by the same test as before, on fresh cases</source>
        <translation>用与原先相同的方法，检查新发生的样本</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>措施评审</translation>
    </message>
    <message>
        <source>Effectiveness check due</source>
        <translation>有效性验证日期</translation>
    </message>
    <message>
        <source>Judged by</source>
        <translation>有效性判断依据</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>验证结果</translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation>重新打开次数</translation>
    </message>
</context>
<context>
    <name>TermsTab</name>
    <message>
        <source>A word, in either language</source>
        <translation>中文或英文词语</translation>
    </message>
    <message>
        <source>Search the glossary</source>
        <translation>搜索术语</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>术语</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>适用场合</translation>
    </message>
    <message>
        <source>By set of terms</source>
        <translation>按用语体系</translation>
    </message>
    <message>
        <source>Wrong words</source>
        <translation>误用</translation>
    </message>
    <message>
        <source>Right in: {phrases}</source>
        <translation>以下用法正确：{phrases}</translation>
    </message>
</context>
<context>
    <name>TestPane</name>
    <message>
        <source>Run rules …</source>
        <translation>执行规则……</translation>
    </message>
    <message>
        <source>Run rules</source>
        <translation>执行规则</translation>
    </message>
    <message>
        <source>Choose rules and run them on every ticket</source>
        <translation>选择规则，对每一件工单执行</translation>
    </message>
    <message>
        <source>Limits …</source>
        <translation>时限表……</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>时限表</translation>
    </message>
    <message>
        <source>The auditee&apos;s limits by category and customer tier, with their source</source>
        <translation>受审核方按类别和客户等级规定的时限及其依据</translation>
    </message>
    <message>
        <source>No rule was run on this population</source>
        <translation>尚未对该工单总体执行规则</translation>
    </message>
    <message>
        <source>Choose rules and clock profiles; every ticket is tested, nothing is sampled.</source>
        <translation>请选择规则和时限方案；每一件工单都将测试，不作抽样。</translation>
    </message>
    <message>
        <source>Testing every ticket</source>
        <translation>正在测试每一件工单</translation>
    </message>
    <message>
        <source>Choose at most {n} exceptions, or take all of them without a filter.</source>
        <translation>最多选择{n}件例外，或取消筛选后全部采用。</translation>
    </message>
    <message>
        <source>Finding raised from exceptions of {rule}: {n}</source>
        <translation>已由{rule}的{n}件例外提出审核发现</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Run {time} by {code} · as of {day} · {n} tickets · {rules} rules</source>
        <translation>{time} 由{code}执行 · 截至 {day} · 工单{n}件 · 规则{rules}条</translation>
    </message>
</context>
<context>
    <name>TextPair</name>
    <message>
        <source>Take the proposal</source>
        <translation>采用现成表述</translation>
    </message>
    <message>
        <source>A ready wording in the audit&apos;s languages</source>
        <translation>按审核语言填入现成的表述</translation>
    </message>
    <message>
        <source>both languages</source>
        <translation>两种语言齐全</translation>
    </message>
    <message>
        <source>second language missing</source>
        <translation>缺第二语言</translation>
    </message>
    <message>
        <source>second language outdated</source>
        <translation>第二语言已过时</translation>
    </message>
</context>
<context>
    <name>TextsPane</name>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Missing in</source>
        <translation>缺少语言</translation>
    </message>
    <message>
        <source>Texts that are missing in the chosen language</source>
        <translation>所选语言缺少的文字</translation>
    </message>
    <message>
        <source>These texts are not there in the chosen language. A click leads there.</source>
        <translation>以下文字没有所选语言的版本，单击前往</translation>
    </message>
    <message>
        <source>Every text is there in the chosen language.</source>
        <translation>所选语言的文字齐全。</translation>
    </message>
</context>
<context>
    <name>TicketColumns</name>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Column of the file</source>
        <translation>文件中的列</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>把握</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>取值</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
</context>
<context>
    <name>TicketDatesDialog</name>
    <message>
        <source>In which order are the dates?</source>
        <translation>日期是什么次序？</translation>
    </message>
</context>
<context>
    <name>TicketDeviationDialog</name>
    <message>
        <source>Accept deviations</source>
        <translation>接受偏差</translation>
    </message>
    <message>
        <source>They stay in the figures, but count as settled until they expire. The reason prints in the report.</source>
        <translation>数字中仍予保留，失效前视为已处置；理由将在报告中打印。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Why these are no failures of the process</source>
        <translation>为何不属于流程问题</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>同意人</translation>
    </message>
    <message>
        <source>Approved on</source>
        <translation>同意日期</translation>
    </message>
    <message>
        <source>Expires on</source>
        <translation>失效日期</translation>
    </message>
</context>
<context>
    <name>TicketFigures</name>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>清点数</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>告知数</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>none</source>
        <translation>未填</translation>
    </message>
</context>
<context>
    <name>TicketKeyDialog</name>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>新口令</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>再次输入</translation>
    </message>
    <message>
        <source>Passphrase once more</source>
        <translation>再次输入口令</translation>
    </message>
    <message>
        <source>Keep no key: this extract can never be compared with another</source>
        <translation>不保留密钥：此次提取今后无法与其他提取比对</translation>
    </message>
</context>
<context>
    <name>TicketRunDialog</name>
    <message>
        <source>Run rules</source>
        <translation>执行规则</translation>
    </message>
    <message>
        <source>Rules and clock profiles</source>
        <translation>规则与时限方案</translation>
    </message>
    <message>
        <source>A number, a word</source>
        <translation>编号或词语</translation>
    </message>
    <message>
        <source>Search the rules</source>
        <translation>查找规则</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>截止时点</translation>
    </message>
    <message>
        <source>empty: when the extract was run, else its latest event</source>
        <translation>留空：取数据提取时间，否则取最晚的事件时间</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>Choices where a source is unclear</source>
        <translation>原文不明之处的口径</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>口径</translation>
    </message>
</context>
<context>
    <name>TicketTest</name>
    <message>
        <source>min</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>h</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>d</source>
        <translation>天</translation>
    </message>
    <message>
        <source>calendar days</source>
        <translation>自然日</translation>
    </message>
    <message>
        <source>working days</source>
        <translation>工作日</translation>
    </message>
    <message>
        <source>working min</source>
        <translation>工作分钟</translation>
    </message>
    <message>
        <source>tickets</source>
        <translation>件</translation>
    </message>
</context>
<context>
    <name>TicketTotals</name>
    <message>
        <source>Table</source>
        <translation>数据表</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>读取方式</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒收</translation>
    </message>
    <message>
        <source>Duplicate numbers</source>
        <translation>重复编号</translation>
    </message>
    <message>
        <source>Unreadable values</source>
        <translation>无法读取的值</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>jump</source>
        <translation>跳号</translation>
    </message>
    <message>
        <source>gap</source>
        <translation>缺号</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>After</source>
        <translation>前一编号</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>后一编号</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺少</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>说明</translation>
    </message>
</context>
<context>
    <name>TicketWords</name>
    <message>
        <source>Tickets</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>接触记录</translation>
    </message>
    <message>
        <source>Pauses</source>
        <translation>暂停记录</translation>
    </message>
    <message>
        <source>Surveys</source>
        <translation>满意度调查</translation>
    </message>
    <message>
        <source>Contact sample</source>
        <translation>接触样本</translation>
    </message>
    <message>
        <source>The whole population, one row a ticket</source>
        <translation>工单总体，一行一件</translation>
    </message>
    <message>
        <source>Every contact with the customer on a ticket</source>
        <translation>就工单与客户的每次接触</translation>
    </message>
    <message>
        <source>When the clock stood still, and why</source>
        <translation>何时停止计时及原因</translation>
    </message>
    <message>
        <source>What customers said after it was closed</source>
        <translation>结案后客户的评价</translation>
    </message>
    <message>
        <source>Calls, chats or letters of another source, for R-001</source>
        <translation>来自另一来源的通话、聊天或信函，用于 R-001</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>Intake</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>派单</translation>
    </message>
    <message>
        <source>Handling</source>
        <translation>处理</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Statutory</source>
        <translation>法定时限</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>改进</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>是或否</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
</context>
<context>
    <name>TicketsDialog</name>
    <message>
        <source>Tickets</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Fields of the ticket</source>
        <translation>工单字段</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Fails in the latest run: {rules}</source>
        <translation>最近一次测试未通过：{rules}</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>无法读取</translation>
    </message>
</context>
<context>
    <name>TicketsPage</name>
    <message>
        <source>Tickets</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>对应</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>The key of the pseudonyms and its passphrase</source>
        <translation>假名密钥及其口令</translation>
    </message>
    <message>
        <source>New extract</source>
        <translation>新的提取</translation>
    </message>
    <message>
        <source>Import another extract</source>
        <translation>导入另一次提取</translation>
    </message>
    <message>
        <source>Extracts</source>
        <translation>数据提取</translation>
    </message>
    <message>
        <source>No tickets yet</source>
        <translation>尚无工单</translation>
    </message>
    <message>
        <source>Import the whole population of complaint tickets, not a sample: every ticket is then tested. The tickets stay beside the audit file, under pseudonyms.</source>
        <translation>请导入投诉工单的总体，而非样本：每件工单都会被测试。工单以假名存放在审核文件旁边。</translation>
    </message>
    <message>
        <source>Import an extract</source>
        <translation>导入数据提取</translation>
    </message>
    <message>
        <source>Import tickets</source>
        <translation>导入工单</translation>
    </message>
    <message>
        <source>Import the extract again and map: {fields}</source>
        <translation>请重新导入此次提取，并对应：{fields}</translation>
    </message>
</context>
<context>
    <name>TotalsPart</name>
    <message>
        <source>Refused rows</source>
        <translation>拒收的行</translation>
    </message>
    <message>
        <source>Gaps and jumps in ticket numbers</source>
        <translation>工单编号的缺号与跳号</translation>
    </message>
    <message>
        <source>Explain …</source>
        <translation>说明…</translation>
    </message>
    <message>
        <source>Say why numbers are missing</source>
        <translation>说明缺号原因</translation>
    </message>
    <message>
        <source>Control totals</source>
        <translation>控制总数</translation>
    </message>
    <message>
        <source>No gaps in ticket numbers were found</source>
        <translation>未发现工单编号缺号</translation>
    </message>
    <message>
        <source>{read} rows read = {kept} kept + {refused} refused</source>
        <translation>读取 {read} 行 = 保留 {kept} 行 + 拒收 {refused} 行</translation>
    </message>
    <message>
        <source>Values that could not be read: {fields}</source>
        <translation>无法读取的值：{fields}</translation>
    </message>
    <message>
        <source>Event log: {rows} rows folded into {count} tickets</source>
        <translation>事件日志：{rows} 行合并为 {count} 件工单</translation>
    </message>
    <message>
        <source>{field}: values kept as written: {values}</source>
        <translation>{field}：按原样保留的取值：{values}</translation>
    </message>
    <message>
        <source>Free texts in which numbers of persons were masked: {count}</source>
        <translation>已遮蔽个人号码的自由文本：{count} 处</translation>
    </message>
    <message>
        <source>No row was refused.</source>
        <translation>没有拒收的行。</translation>
    </message>
    <message>
        <source>The first {count} are listed; all are in the tickets file.</source>
        <translation>此处列出前 {count} 行；全部见工单文件。</translation>
    </message>
    <message>
        <source>Row numbers are those of the file, counted from its first line.</source>
        <translation>行号按文件首行起计。</translation>
    </message>
    <message>
        <source>Why are numbers missing?</source>
        <translation>为何缺号？</translation>
    </message>
    <message>
        <source>Missing between {before} and {after}: {count}</source>
        <translation>{before} 与 {after} 之间缺 {count} 个编号</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>TrailDetail</name>
    <message>
        <source>Show the row where it is edited</source>
        <translation>前往该记录所在页面</translation>
    </message>
    <message>
        <source>Everything that ever happened to this row</source>
        <translation>该记录的全部历史</translation>
    </message>
    <message>
        <source>Take this back; it stays in the trail</source>
        <translation>撤销此操作；留痕仍保留</translation>
    </message>
    <message>
        <source>No step is chosen</source>
        <translation>未选择操作</translation>
    </message>
    <message>
        <source>the program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Taken back later.</source>
        <translation>此后已撤销。</translation>
    </message>
    <message>
        <source>Values were erased; their trace stays.</source>
        <translation>部分内容已清除，仅保留痕迹。</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>另有 {n} 处</translation>
    </message>
    <message>
        <source>(erased)</source>
        <translation>（已清除）</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Only this row</source>
        <translation>只看此记录</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>What was changed</source>
        <translation>修改内容</translation>
    </message>
</context>
<context>
    <name>TrailPageView</name>
    <message>
        <source>Audit trail</source>
        <translation>操作留痕</translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation>还没有任何操作</translation>
    </message>
    <message>
        <source>Every change of this audit will stand here, with who made it and when.</source>
        <translation>本审核的每次修改都会记录在此，包括修改人和时间。</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Only what this person did</source>
        <translation>只看此人的操作</translation>
    </message>
    <message>
        <source>Search in the values before and after</source>
        <translation>在修改前后的内容中搜索</translation>
    </message>
    <message>
        <source>Newer</source>
        <translation>较新</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>较早</translation>
    </message>
    <message>
        <source>Show all rows again</source>
        <translation>显示全部记录</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>From what to what</source>
        <translation>修改前 → 修改后</translation>
    </message>
    <message>
        <source>(erased)</source>
        <translation>（已清除）</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>erased</source>
        <translation>已清除</translation>
    </message>
    <message>
        <source>One row</source>
        <translation>单条记录</translation>
    </message>
    <message>
        <source>{first}–{last} of {total}</source>
        <translation>{first}–{last}，共 {total}</translation>
    </message>
    <message>
        <source>This row is no longer there.</source>
        <translation>该记录已不存在。</translation>
    </message>
</context>
<context>
    <name>Transfer</name>
    <message>
        <source>Copy {pack} and tailor it</source>
        <translation>复制 {pack} 并裁剪</translation>
    </message>
    <message>
        <source>The copy is your own: reword, switch off, add and reorder its questions.</source>
        <translation>副本归您所有：可改写、停用、新增检查项，并调整顺序。</translation>
    </message>
    <message>
        <source>Make the copy</source>
        <translation>建立副本</translation>
    </message>
    <message>
        <source>Id (2 to 12 capital letters and digits)</source>
        <translation>编号（2 至 12 个大写字母和数字）</translation>
    </message>
    <message>
        <source>Title in Chinese</source>
        <translation>中文名称</translation>
    </message>
    <message>
        <source>Title in English</source>
        <translation>英文名称</translation>
    </message>
    <message>
        <source>{pack} is yours now. Choose a question and edit it.</source>
        <translation>{pack} 已建立。请选择检查项进行编辑。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Writing the pack</source>
        <translation>正在写入检查表包</translation>
    </message>
    <message>
        <source>Written: {names}</source>
        <translation>已写入：{names}</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Packs and checklists</source>
        <translation>检查表包和检查表</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Reading {file} …</source>
        <translation>正在读取 {file}…</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>正在读取文件</translation>
    </message>
    <message>
        <source>{pack} was imported as version {version}.</source>
        <translation>{pack} 已导入为第 {version} 版。</translation>
    </message>
</context>
<context>
    <name>UnitsPane</name>
    <message>
        <source>Units</source>
        <translation>受审核单位</translation>
    </message>
    <message>
        <source>Add a unit</source>
        <translation>添加单位</translation>
    </message>
    <message>
        <source>Paste from Excel</source>
        <translation>从 Excel 粘贴</translation>
    </message>
    <message>
        <source>Copied rows: code, name, kind, parent, in the sample, why not, weight</source>
        <translation>复制的各列：代码、名称、类型、上级、是否抽中、未抽中理由、权重</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移出</translation>
    </message>
    <message>
        <source>Take the unit out of the audit</source>
        <translation>将此单位移出审核</translation>
    </message>
    <message>
        <source>A code becomes part of evidence numbers and stays. A unit that is not in the sample stands in the report with the reason; it is asked nothing.</source>
        <translation>代码会成为证据编号的一部分，不能再改。未抽中的单位不检查，但连同理由列入报告。</translation>
    </message>
    <message>
        <source>Name ({language})</source>
        <translation>名称（{language}）</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>上级</translation>
    </message>
    <message>
        <source>In the sample</source>
        <translation>抽中</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>未抽中理由</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>How much the unit counts in figures over all units: 1 to 100</source>
        <translation>该单位在汇总数据中的权重：1 至 100</translation>
    </message>
</context>
<context>
    <name>UnitsStep</name>
    <message>
        <source>At least one unit must be in the sample.</source>
        <translation>至少要抽中一个单位。</translation>
    </message>
    <message>
        <source>Say why unit {code} is not in the sample.</source>
        <translation>请说明单位 {code} 为何未抽中。</translation>
    </message>
</context>
<context>
    <name>UpgradeDialog</name>
    <message>
        <source>{title}: from version {old} to version {new}</source>
        <translation>{title}：由版本 {old} 升级到版本 {new}</translation>
    </message>
    <message>
        <source>Upgrade a pack</source>
        <translation>升级检查表包</translation>
    </message>
    <message>
        <source>Questions of the pack</source>
        <translation>检查表包的检查项</translation>
    </message>
    <message>
        <source>Upgrade</source>
        <translation>升级</translation>
    </message>
    <message>
        <source>Answers stay with their questions; the whole upgrade is one step that can be undone.</source>
        <translation>判定随检查项保留；整个升级为一步操作，可以撤销。</translation>
    </message>
    <message>
        <source>Answered, and graded differently now: {n}. Decide for each.</source>
        <translation>已有判定且判定标准有变化：{n} 项，请逐项决定。</translation>
    </message>
    <message>
        <source>Criterion cards changed: {cards}.</source>
        <translation>准则卡有变化：{cards}。</translation>
    </message>
    <message>
        <source>{n} still to decide</source>
        <translation>还有 {n} 项待决定</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>Wording</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>变化内容</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>question</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>how to ask</source>
        <translation>提问方式</translation>
    </message>
    <message>
        <source>what to look for</source>
        <translation>检查要点</translation>
    </message>
    <message>
        <source>expected evidence</source>
        <translation>应有证据</translation>
    </message>
    <message>
        <source>negative test</source>
        <translation>反向测试</translation>
    </message>
    <message>
        <source>rating</source>
        <translation>判定标准</translation>
    </message>
    <message>
        <source>force of a criterion</source>
        <translation>准则效力</translation>
    </message>
    <message>
        <source>criteria</source>
        <translation>准则</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>抽样</translation>
    </message>
    <message>
        <source>planned minutes</source>
        <translation>计划用时</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>core</source>
        <translation>核心</translation>
    </message>
    <message>
        <source>section</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>condition</source>
        <translation>显示条件</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>nothing to decide</source>
        <translation>无需决定</translation>
    </message>
    <message>
        <source>decide</source>
        <translation>待决定</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>was: {words}</source>
        <translation>原：{words}</translation>
    </message>
    <message>
        <source>now: {words}</source>
        <translation>现：{words}</translation>
    </message>
    <message>
        <source>measured by: {words}</source>
        <translation>判定依据：{words}</translation>
    </message>
</context>
<context>
    <name>Upgrading</name>
    <message>
        <source>Newer versions: {n} …</source>
        <translation>有新版本：{n}……</translation>
    </message>
    <message>
        <source>The library has newer versions of packs in this audit: see what would change</source>
        <translation>检查表库中有本次审核所用检查表包的新版本：查看有何变化</translation>
    </message>
    <message>
        <source>{pack} upgraded to version {n}; {reopened} answers to judge again.</source>
        <translation>{pack} 已升级到版本 {n}；{reopened} 项判定须重新判断。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>ValuesTable</name>
    <message>
        <source>What the values mean</source>
        <translation>取值的含义</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>not readable</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>as written</source>
        <translation>按原样</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>空</translation>
    </message>
    <message>
        <source>“{value}” means</source>
        <translation>“{value}”的含义</translation>
    </message>
    <message>
        <source>Take the likely meanings ({count})</source>
        <translation>采用可能的含义（{count}）</translation>
    </message>
    <message>
        <source>Values without a meaning: {count}</source>
        <translation>含义未定的取值：{count}</translation>
    </message>
</context>
<context>
    <name>Ways</name>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
</context>
<context>
    <name>WordsStep</name>
    <message>
        <source>Objectives</source>
        <translation>审核目的</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>审核范围</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>审核方法</translation>
    </message>
    <message>
        <source>Confidentiality</source>
        <translation>保密约定</translation>
    </message>
</context>
</TS>
