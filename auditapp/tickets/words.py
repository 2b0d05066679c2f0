"""The words by which tables call each field and each code, in both languages.

Plain data for the suggestions (``suggest.py``) and the value mapping; compared after
``fields.plain`` (lower case, signs and blanks gone), so only different words are listed. A name
before a better one in the list is the likelier one.
"""

from __future__ import annotations

from typing import Final

ALIASES: Final[dict[str, str]] = {
    "ticket_id": (
        "工单编号,Ticket number,ticket id,工单号,投诉编号,投诉单号,流水号,工单流水号,编号,单号,"
        "受理编号,案件编号,投诉工单号,序列号,ticket,ticket #,ticket no,ticket number,ticketid,"
        "case id,case number,case,case enquiry id,complaint id,complaint no,complaint number,"
        "incident id,incident number,request id,id,ref,reference,reference number,issue id,"
        "issue key,sr number"
    ),
    "parent_ticket_id": (
        "关联工单编号,Parent ticket number,parent ticket id,父工单号,原工单号,关联工单,"
        "关联工单号,主单号,合并工单号,parent,parent id,parent ticket,parent case,linked ticket,"
        "original ticket,duplicate of"
    ),
    "customer_key": (
        "客户标识,Customer,customer key,客户号,客户编号,客户号码,用户号码,投诉号码,受理号码,"
        "手机号,手机号码,联系电话,电话,投诉人,投诉人姓名,客户姓名,客户名称,身份证号,会员号,"
        "customer,customer id,customer no,customer number,customer name,account,account id,"
        "account number,client id,client,caller,requester,requester id,complainant,member id,"
        "phone,phone number,msisdn,user id,policyholder,consumer"
    ),
    "customer_tier": (
        "客户等级,Customer tier,customer tier,客户级别,客户星级,客户类型,用户等级,品牌,vip等级,"
        "客户品牌,tier,customer type,customer level,customer class,segment,customer segment,vip,"
        "brand"
    ),
    "key_account": (
        "集团（重点）客户,Key account,key account,集团客户,重点客户,大客户,是否集团客户,"
        "是否大客户,key customer,corporate,is key account"
    ),
    "issue_key": (
        "问题标识,Issue key,issue key,问题号码,业务号码,产品号码,服务号码,同一问题标识,issue,"
        "issue group,service number,product number,problem key"
    ),
    "unit": (
        "单位,Unit,unit,分公司,归属单位,归属地,地市,地市公司,区域,机构,机构名称,网点,branch,"
        "company,region,city,state,area,office,location,organisation,organization,site,entity"
    ),
    "channel_in": (
        "受理渠道,Intake channel,channel in,投诉渠道,渠道,来源,投诉来源,受理方式,接入渠道,"
        "来电渠道,工单来源,受理途径,channel,source,received via,submitted via,contact channel,"
        "origin,intake channel,via,contact type,medium,contact method,submission channel"
    ),
    "origin_level": (
        "来源级别,Level of origin,origin level,投诉级别,来源层级,上级单位级别,层级,"
        "level of origin,escalation level"
    ),
    "acceptor_unit": (
        "受理单位,Receiving unit,acceptor unit,受理部门,受理机构,接入单位,受理点,受理班组,"
        "accepting unit,receiving unit,intake unit,received by unit,accepted by unit"
    ),
    "acceptor_id": (
        "受理人,Received by,acceptor id,受理工号,受理员,受理人员,接单人,录入人,登记人,客服工号,"
        "话务员,受理人工号,acceptor,received by,created by,logged by,opened by,intake agent,"
        "registered by"
    ),
    "contact_id": (
        "来电（接触）流水号,Contact number,contact id,通话流水号,录音流水号,来电流水号,会话id,"
        "呼叫流水号,接触流水号,call id,interaction id,conversation id,session id"
    ),
    "received_at": (
        "受理时间,Received at,received at,投诉时间,接收时间,来电时间,接诉时间,收到时间,投诉日期,"
        "受理日期,接诉日期,创建时间,建单时间,发生时间,提交时间,登记日期,received,received on,"
        "date received,date of receipt,receipt date,created,created at,created date,"
        "creation date,open date,open dt,opened,opened at,date opened,opened date,date,datetime,"
        "complaint date,reported at,reported date,start,start time,start date,requested datetime,"
        "timestamp,date of complaint,intake date,submit date,incident date"
    ),
    "recorded_at": (
        "登记时间,Recorded at,recorded at,录入时间,记录时间,系统登记时间,入库时间,登录时间,"
        "recorded,logged at,registered at,entry date,date entered,entered at,date logged"
    ),
    "acknowledged_at": (
        "告知受理时间,Acknowledged at,acknowledged at,受理告知时间,确认时间,告知时间,签收时间,"
        "受理确认时间,acknowledged,acknowledgement date,date acknowledged,ack date,ack time"
    ),
    "category_l1": (
        "一级分类,Category level 1,category l1,投诉大类,一级类别,大类,投诉分类,投诉类别,投诉类型,"
        "问题类型,类别,分类,业务大类,category,category 1,main category,complaint category,"
        "complaint type,type,subject,issue type,reason group,department"
    ),
    "category_l2": (
        "二级分类,Category level 2,category l2,投诉中类,二级类别,中类,子类,业务中类,subcategory,"
        "sub category,category 2,reason,issue,sub issue,sub type"
    ),
    "category_l3": (
        "三级分类,Category level 3,category l3,投诉小类,三级类别,小类,投诉原因小类,细类,"
        "category 3,detail category,topic,sub sub category"
    ),
    "product": (
        "产品,Product,product,产品名称,业务名称,投诉业务,险种,套餐,投诉品牌,业务类型,车型,"
        "product name,service,plan,policy type,sub product,model,brand name,line of business"
    ),
    "description": (
        "投诉内容,What was said,description,内容,投诉描述,问题描述,诉求内容,投诉简述,描述,"
        "典型问题,标题,主题,事由,备注,complaint,customer complaint,narrative,"
        "consumer complaint narrative,details,text,summary,subject line,title,case title,notes,"
        "comments,message"
    ),
    "amount_disputed": (
        "争议金额,Amount in dispute,amount disputed,涉及金额,投诉金额,金额,争议费用,涉诉金额,"
        "amount,disputed amount,amount in dispute,claim amount,value"
    ),
    "is_billing": (
        "费用类,About billing,is billing,是否资费类,是否费用类,费用类投诉,资费争议,billing,"
        "billing related"
    ),
    "is_urgent_type": (
        "紧急类,Urgent type,is urgent type,是否紧急,紧急,紧急投诉,加急,是否加急,urgent,is urgent,"
        "urgency flag"
    ),
    "priority": ("紧急程度,Priority,priority,优先级,紧急级别,严重程度,severity,urgency,impact"),
    "cross_party": (
        "跨域协同,Across parties,cross party,跨省,跨运营商,是否跨省,跨区域,cross province"
    ),
    "is_coverage": (
        "网络覆盖类,About coverage,is coverage,网络覆盖,是否覆盖类,覆盖类投诉,信号类,coverage,"
        "coverage related"
    ),
    "requested_remedy": (
        "客户诉求,Remedy asked for,requested remedy,投诉诉求,诉求,客户要求,期望解决方案,"
        "desired outcome,desired resolution,demand,remedy requested"
    ),
    "initial_rating": (
        "初步评级,Initial rating,initial rating,初步评审,初评等级,投诉等级,initial assessment,"
        "first rating,initial severity"
    ),
    "submitted_at": (
        "提交派单时间,Submitted at,submitted at,提单时间,提交审核时间,上报时间,submitted,"
        "submission date"
    ),
    "review_result": (
        "派单审核结果,Review result,review result,审核结果,质检结果,审单结果,quality check result"
    ),
    "return_reason": (
        "退单原因,Reason of return,return reason,退回原因,驳回原因,reason of return,reject reason"
    ),
    "returned_at": (
        "退单时间,Returned at,returned at,退回时间,驳回时间,returned,returned on,rejected at"
    ),
    "resubmitted_at": (
        "重新提交时间,Submitted again at,resubmitted at,再次提交时间,重派时间,resubmitted"
    ),
    "dispatched_at": (
        "派单时间,Dispatched at,dispatched at,派发时间,转派时间,分派时间,下派时间,转办时间,"
        "派工时间,dispatched,dispatch time,assigned at,assigned date,date assigned,"
        "date sent to company,forwarded at,referred at,sent to department at"
    ),
    "dispatched_to": (
        "派往单位,Dispatched to,dispatched to,派单对象,派往部门,转办单位,承办单位,责任单位,"
        "责任部门,assigned to,assigned group,assignment group,referred to,queue"
    ),
    "transfer_count": (
        "转派次数,Number of transfers,transfer count,转单次数,流转次数,transfers,"
        "reassignment count,number of transfers,hops"
    ),
    "handler_unit": (
        "处理单位,Handling unit,handler unit,处理部门,经办部门,办理单位,处理班组,handling unit,"
        "resolver group,team,support group,handling team,responsible department"
    ),
    "handler_id": (
        "处理人,Handled by,handler id,处理人员,经办人,处理员,处理工号,责任人,经办人员,handler,"
        "handled by,agent,agent id,owner,assignee,resolver,case handler,resolved by,"
        "assigned agent,case owner"
    ),
    "feedback_at": (
        "处理反馈时间,Feedback at,feedback at,反馈时间,处理完成时间,回单时间,处理时间,"
        "feedback time,work completed at,response from department at"
    ),
    "fb_time": ("反馈：处理时间,Feedback: time,fb time,反馈时间要素,feedback time given"),
    "fb_process": (
        "反馈：处理过程,Feedback: process,fb process,反馈过程要素,处理过程,feedback process given"
    ),
    "fb_cause": (
        "反馈：投诉原因,Feedback: cause,fb cause,反馈原因要素,核查原因,feedback cause given"
    ),
    "fb_result": ("反馈：处理结果,Feedback: result,fb result,反馈结果要素,feedback result given"),
    "fb_handler": (
        "反馈：处理人,Feedback: handler,fb handler,反馈处理人要素,feedback handler given"
    ),
    "fb_reply_advice": (
        "反馈：回复建议,Feedback: advice for the reply,fb reply advice,回复建议,回复口径,"
        "feedback reply advice"
    ),
    "fb_callback_advice": (
        "反馈：回访建议,Feedback: advice for the call-back,fb callback advice,回访建议,"
        "feedback callback advice"
    ),
    "person_complained_about": (
        "被投诉人,Person complained about,person complained about,被投诉人员,被投诉员工,"
        "被投诉人姓名,被投诉工号,staff complained about,subject of complaint,"
        "employee complained about"
    ),
    "interim_solution_at": (
        "先行解决时间,Interim solution at,interim solution at,临时解决时间,先行处理时间,恢复时间,"
        "workaround at,restored at,service restored"
    ),
    "cause_confirmed_at": (
        "原因核实时间,Cause confirmed at,cause confirmed at,原因确认时间,定因时间,"
        "root cause confirmed at"
    ),
    "agreed_reply_at": (
        "约定回复时间,Reply agreed for,agreed reply at,约定时间,预约回复时间,承诺回复时间,"
        "承诺时间,promised date,agreed date,appointment,callback promised at"
    ),
    "long_limit_consent": (
        "客户同意长时限,Consent to the long limit,long limit consent,客户同意延长,同意延期,"
        "长时限同意,customer agreed to extension"
    ),
    "due_at": (
        "应办结时间,Due at,due at,到期时间,截止时间,办理期限,处理时限,应完成时间,应回复时间,时限,"
        "要求完成时间,限办时间,due,due date,due by,target,target date,target dt,deadline,sla due,"
        "sla due date,sla target,resolve by,expiration date,expected date,response due"
    ),
    "on_time_flag": (
        "按时标志（系统给出）,On time as published,on time flag,是否超时,是否及时,是否按时,"
        "及时标志,是否逾期,超时标志,是否超期,on time,ontime,ontime status,on time status,timely,"
        "timely response,timely response?,sla met,resolution sla met,within sla,sla status,"
        "is on time,met sla,overdue,late,breached,sla breached,is overdue"
    ),
    "first_reply_at": (
        "首次回复时间,First reply at,first reply at,首次回复,首次响应时间,首响时间,首次联系时间,"
        "回复时间,答复时间,首回时间,first reply,first response,first response at,"
        "first response date,first contact at,first responded at,response date,reply date,"
        "replied at,date of response"
    ),
    "effective_reply_at": (
        "有效回复时间,Effective reply at,effective reply at,客户认可时间,有效答复时间,"
        "最终回复时间,认可时间,effective reply,customer accepted at,accepted at,"
        "final response date,final reply"
    ),
    "replier_unit": (
        "回复单位,Replying unit,replier unit,回复部门,答复单位,答复部门,replying unit,"
        "reply department"
    ),
    "replier_id": (
        "回复人,Replied by,replier id,回复人员,答复人,回复工号,replier,replied by,responder,"
        "answered by"
    ),
    "reply_channel": (
        "回复方式,Reply channel,reply channel,回复渠道,答复方式,答复渠道,response channel,"
        "reply medium"
    ),
    "reply_doc_id": (
        "回复文书编号,Reply document,reply doc id,回复函编号,答复文号,文书编号,reply document,"
        "letter no"
    ),
    "approved_by": (
        "审批人,Approved by,approved by,审核人,批准人,审批人员,签发人,approver,signed off by"
    ),
    "approved_at": (
        "审批时间,Approved at,approved at,审核时间,批准时间,签发时间,approved,approval date"
    ),
    "legal_reviewed": (
        "法律审核,Reviewed by legal,legal reviewed,法务审核,是否法律审核,法审,legal review,"
        "reviewed by legal"
    ),
    "night_contact_ok": (
        "同意免打扰时段联系,Contact at night agreed,night contact ok,夜间联系同意,同意夜间联系,"
        "night consent"
    ),
    "status": (
        "工单状态,Status,status,状态,投诉状态,处理状态,办理状态,当前状态,案件状态,state,"
        "case status,ticket status,current status,stage"
    ),
    "customer_accepts": (
        "客户是否认可,Customer accepts,customer accepts,是否认可,用户认可,客户认可,是否接受,"
        "是否满意处理,accepted,customer accepted,accepted by customer"
    ),
    "consumer_disputes": (
        "客户提出异议,Customer disputes,consumer disputes,是否有异议,是否异议,是否争议,disputed,"
        "consumer disputed,consumer disputed?,customer disputed,contested"
    ),
    "company_liable": (
        "公司是否有责,Company liable,company liable,是否有责,有无责任,定责,判责,责任认定,"
        "责任判定,定责结果,liable,liability,upheld,fault,at fault,responsibility"
    ),
    "final_class": (
        "最终性质,Final class,final class,性质,投诉性质,最终定性,定性,定性结果,业务性质,nature,"
        "final classification,record type"
    ),
    "resolved_on_site": (
        "现场解决,Resolved on site,resolved on site,是否现场解决,当场解决,是否一次解决,首次解决,"
        "first contact resolution,fcr,resolved at first contact,solved at once"
    ),
    "closed_at": (
        "办结时间,Closed at,closed at,结案时间,办结日期,关闭时间,归档时间,完成时间,报结时间,"
        "结束时间,处理完结时间,结单时间,完结时间,解决时间,closed,closed on,close date,"
        "closed date,closed dt,date closed,resolved,resolved at,resolved date,resolution date,"
        "resolved on,completed at,completion date,end,end time,end date,finished,"
        "complete timestamp,closure date,date resolved"
    ),
    "close_reason": (
        "结案原因,Reason of closing,close reason,办结原因,结案结果,处理结果,办理结果,办结意见,"
        "结案说明,closure reason,closing reason,resolution,outcome,company response to consumer,"
        "disposition,resolution notes"
    ),
    "recourse_informed": (
        "告知救济途径,Told of further routes,recourse informed,是否告知救济途径,告知其他途径,"
        "告知申诉渠道,told of further routes,ombudsman rights given"
    ),
    "withdrawn_at": (
        "撤诉时间,Withdrawn at,withdrawn at,撤回时间,撤销时间,撤诉日期,withdrawn,withdrawal date,"
        "cancelled at"
    ),
    "comp_offered": (
        "补偿金额,Compensation offered,comp offered,赔偿金额,补偿,赔付金额,退费金额,减免金额,"
        "compensation,compensation offered,compensation amount,redress,refund amount,goodwill"
    ),
    "comp_paid_at": (
        "补偿支付时间,Compensation paid at,comp paid at,赔付时间,退费时间,支付时间,补偿到账时间,"
        "compensation paid at,paid at,payment date,refund date,redress paid"
    ),
    "response_minutes": (
        "首次响应时长（分钟）,First response minutes,response minutes,响应时长,首次响应时长,"
        "响应用时,first response minutes,time to first response,response time,"
        "first response time"
    ),
    "resolution_minutes": (
        "处理时长（分钟）,Resolution minutes,resolution minutes,处理时长,办理时长,处理用时,"
        "解决时长,resolution hours,time to resolve,resolution time,handling time,duration"
    ),
    "complexity": (
        "情形复杂程度,Complexity,complexity,复杂程度,是否复杂,情况复杂,复杂情形,case complexity"
    ),
    "complexity_ground": (
        "情形复杂理由,Ground of complexity,complexity ground,复杂理由,复杂依据,情况复杂说明,"
        "reason of complexity"
    ),
    "decision_notified_at": (
        "处理决定告知时间,Decision notified at,decision notified at,告知处理决定时间,"
        "决定告知时间,书面告知时间,告知结果时间,decision notified,notified at,decision date,"
        "decision sent"
    ),
    "notify_method": (
        "告知方式,Way of notifying,notify method,决定告知方式,告知形式,notification method"
    ),
    "notify_proof": (
        "告知凭证,Proof of notifying,notify proof,告知证明,送达凭证,proof of delivery"
    ),
    "extension_approved_by": (
        "延期批准人,Extension approved by,extension approved by,延期审批人,延长审批人"
    ),
    "extension_notified_at": (
        "延期告知时间,Extension notified at,extension notified at,延长告知时间,延期通知时间,"
        "extension notified,extension notice"
    ),
    "new_facts_at": (
        "新事实提出时间,New facts at,new facts at,补充材料时间,新证据时间,材料补正时间,"
        "further information at"
    ),
    "review_requested_at": (
        "申请核查时间,Review asked for at,review requested at,核查申请时间,复核申请时间,"
        "复查申请时间,review requested,appeal date"
    ),
    "review_decided_at": (
        "核查决定时间,Review decided at,review decided at,核查办结时间,复核决定时间,复查决定时间,"
        "review decided,appeal decided"
    ),
    "followup_type": (
        "回访方式,Kind of call-back,followup type,回访类型,回访渠道,follow up type,callback type,"
        "survey type"
    ),
    "followup_at": (
        "回访时间,Called back at,followup at,回访日期,回访完成时间,follow up,follow up at,"
        "follow up date,callback,called back at,callback date,survey date"
    ),
    "followup_unit": (
        "回访单位,Call-back by unit,followup unit,回访部门,回访班组,follow up unit,callback unit"
    ),
    "followup_result": (
        "回访结果,Result of the call-back,followup result,回访满意度,满意度,客户满意度,是否满意,"
        "评价,满意度评价,follow up result,satisfaction,csat,csat score,survey result,"
        "customer satisfaction,satisfaction rating,rating"
    ),
    "threat_escalation": (
        "扬言升级,Threatens to escalate,threat escalation,扬言投诉,升级倾向,是否扬言升级,"
        "threatens to escalate,escalation risk"
    ),
    "prior_upgrade": (
        "曾升级投诉,Escalated before,prior upgrade,历史升级,曾经升级,是否曾升级,escalated before,"
        "previously escalated"
    ),
    "b1_flag": "B1 类标记,Class B1 flag,b1 flag,b1标记,b1类,极端行为标记,b1",
    "watch_class_system": (
        "系统关注类别,Watch class in the system,watch class system,关注客户类别,关注类别,"
        "关注客户,敏感客户标识,watch class,watch list,watch customer"
    ),
    "root_cause_code": (
        "根本原因,Root cause,root cause code,根因,原因分类,投诉原因,根本原因分类,溯源原因,"
        "root cause,cause,cause code"
    ),
    "deviation_type": (
        "偏差类型,Type of deviation,deviation type,个体或系统,偏差性质,individual or systemic"
    ),
    "capa_id": (
        "纠正措施编号,Corrective action,capa id,整改编号,改进编号,整改单号,capa,"
        "corrective action,problem id,action number"
    ),
    "contacts.ticket_id": (
        "工单编号,Ticket number,ticket id,工单号,投诉编号,投诉单号,流水号,工单流水号,编号,单号,"
        "受理编号,案件编号,投诉工单号,序列号,ticket,ticket #,ticket no,ticket number,ticketid,"
        "case id,case number,case,case enquiry id,complaint id,complaint no,complaint number,"
        "incident id,incident number,request id,id,ref,reference,reference number,issue id,"
        "issue key,sr number"
    ),
    "contacts.at": (
        "联系时间,Contact at,at,通话时间,外呼时间,接触时间,呼叫时间,contact at,contact time,"
        "call time,called at,contacted at,time,timestamp,date"
    ),
    "contacts.unit": "联系单位,Unit,unit,联系部门,外呼部门,department,team",
    "contacts.agent": ("联系人员,Agent,agent,联系人,坐席,坐席工号,工号,agent id,staff,operator"),
    "contacts.direction": (
        "呼叫方向,Direction,direction,方向,呼入呼出,call direction,inbound outbound"
    ),
    "contacts.purpose": (
        "联系目的,Purpose,purpose,目的,联系类型,外呼类型,contact purpose,reason,contact reason"
    ),
    "contacts.channel": ("联系方式,Channel,channel,渠道,联系渠道,medium,contact channel"),
    "contacts.consent": "客户同意,Consent,consent,是否同意,同意,agreed",
    "pauses.ticket_id": (
        "工单编号,Ticket number,ticket id,工单号,投诉编号,投诉单号,流水号,工单流水号,编号,单号,"
        "受理编号,案件编号,投诉工单号,序列号,ticket,ticket #,ticket no,ticket number,ticketid,"
        "case id,case number,case,case enquiry id,complaint id,complaint no,complaint number,"
        "incident id,incident number,request id,id,ref,reference,reference number,issue id,"
        "issue key,sr number"
    ),
    "pauses.from": (
        "暂停开始,Paused from,from,挂起时间,暂停时间,挂起开始,中止时间,开始时间,paused at,"
        "pause start,on hold from,start,hold start"
    ),
    "pauses.to": (
        "暂停结束,Paused until,to,恢复时间,解挂时间,挂起结束,结束时间,resumed at,pause end,"
        "on hold until,end,hold end"
    ),
    "pauses.reason": (
        "暂停原因,Reason of the pause,reason,挂起原因,中止原因,原因,pause reason,hold reason"
    ),
    "surveys.ticket_id": (
        "工单编号,Ticket number,ticket id,工单号,投诉编号,投诉单号,流水号,工单流水号,编号,单号,"
        "受理编号,案件编号,投诉工单号,序列号,ticket,ticket #,ticket no,ticket number,ticketid,"
        "case id,case number,case,case enquiry id,complaint id,complaint no,complaint number,"
        "incident id,incident number,request id,id,ref,reference,reference number,issue id,"
        "issue key,sr number"
    ),
    "surveys.at": (
        "调查时间,Surveyed at,at,评价时间,回访时间,测评时间,survey date,answered at,date,"
        "surveyed at"
    ),
    "surveys.result": (
        "调查结果,Result,result,满意度,评价结果,评价,测评结果,score,rating,satisfaction,csat"
    ),
    "contact_sample.contact_id": (
        "来电（接触）流水号,Contact number,contact id,通话流水号,录音流水号,来电流水号,会话id,"
        "呼叫流水号,接触流水号,call id,interaction id,conversation id,session id"
    ),
    "contact_sample.customer_key": (
        "客户标识,Customer,customer key,客户号,客户编号,客户号码,用户号码,投诉号码,受理号码,"
        "手机号,手机号码,联系电话,电话,投诉人,投诉人姓名,客户姓名,客户名称,身份证号,会员号,"
        "customer,customer id,customer no,customer number,customer name,account,account id,"
        "account number,client id,client,caller,requester,requester id,complainant,member id,"
        "phone,phone number,msisdn,user id,policyholder,consumer"
    ),
    "contact_sample.at": (
        "接触时间,Contact at,at,来电时间,通话时间,call time,contact time,date,timestamp"
    ),
    "contact_sample.channel": "接触渠道,Channel,channel,渠道,来源,source,medium",
    "contact_sample.is_complaint_by_auditor": (
        "审核员判为投诉,A complaint in the auditor's reading,is complaint by auditor,是否投诉,"
        "审核员判断,审核判定,is complaint,complaint by auditor"
    ),
}
"""Names of columns by field id; names first, parted by commas."""

CODE_WORDS: Final[dict[str, dict[str, str]]] = {
    "channel": {
        "hotline": (
            "热线,电话,客服热线,语音,来电,人工热线,10086,10000,10010,95588,电话渠道,呼叫中心,"
            "phone,call,telephone,hotline,call centre,call center,customer care call,voice,"
            "phone call,constituent call"
        ),
        "online": (
            "在线,在线客服,在线渠道,聊天,微信,微博,小程序,公众号,网上客服,互联网,chat,live chat,"
            "online,social,social media,internet,messaging,whatsapp,wechat,twitter"
        ),
        "app": (
            "app,手机app,客户端,手机客户端,掌厅,手机银行,citizens connect app,mobile app,"
            "application,mobile"
        ),
        "web_self": (
            "网站,网厅,自助,官网,门户,网上营业厅,网上,self service,web,website,portal,web form,"
            "self-service,selfservice,self service portal"
        ),
        "branch": (
            "营业厅,门店,网点,柜面,柜台,现场,来访,上门,实体渠道,branch,shop,store,counter,"
            "walk in,walk-in,in person,visit,face to face,employee generated"
        ),
        "letter": ("信函,来信,信件,书信,传真,邮寄,letter,fax,post,postal mail,mail,written"),
        "email": "邮件,电子邮件,邮箱,email,e-mail,e mail",
        "sms": "短信,sms,text message",
        "regulator": (
            "监管,监管部门,监管转办,工信部,通管局,通信管理局,银保监,金融监管局,申诉,申诉中心,"
            "人民银行,人行,12381,12378,12363,12300,regulator,authority,ombudsman,referral,"
            "ministry"
        ),
        "consumer_org": (
            "消协,消费者协会,消保委,消委会,中消协,consumer association,consumer organisation,"
            "consumer council"
        ),
        "media": ("媒体,新闻媒体,报纸,电视台,黑猫,黑猫投诉,舆情,media,press,newspaper,tv"),
        "gov_hotline": (
            "12345,12315,政府热线,市长热线,市民热线,政务热线,government hotline,mayor hotline,"
            "citizen hotline"
        ),
        "provincial_co": "省公司,省分公司,省级公司,provincial company,provincial co",
        "group_co": ("集团,集团公司,集团总部,总部,group headquarters,group company,head office"),
        "court": ("法院,诉讼,仲裁,法律途径,court,litigation,arbitration,lawsuit"),
        "other": "其他,其它,other,others,misc",
    },
    "level": {
        "local": "本地,地市,市级,区县,local,city,municipal,county",
        "provincial": "省,省级,provincial,province,state,regional",
        "national": "国家,全国,部级,国家级,中央,national,federal,group,country",
    },
    "review": {
        "ok": "通过,合格,正常,同意,无误,ok,pass,passed,approved,accepted",
        "returned": ("退回,退单,驳回,不合格,不通过,returned,rejected,sent back,not ok"),
    },
    "cross": {
        "none": "无,否,不涉及,本网,本省,no,none,n/a,false",
        "cross_province": "跨省,跨域,省际,漫游,cross province,inter province",
        "cross_operator": "跨运营商,网间,互联互通,异网,cross operator,interconnect",
        "partner": "合作方,合作伙伴,第三方,代理商,sp,partner,third party,vendor",
    },
    "status": {
        "open": (
            "未办结,处理中,受理,已受理,新建,待处理,在途,办理中,信息审核,厂家受理,进行中,open,new,"
            "in progress,pending,active,assigned,waiting,on hold,reopened,received,under review"
        ),
        "closed": (
            "已办结,办结,结案,已结案,关闭,已关闭,归档,已归档,完成,已完成,已解决,厂家回复,"
            "用户评分,closed,resolved,solved,done,completed,finished,closed with explanation"
        ),
        "withdrawn": ("撤诉,撤销,已撤销,撤回,取消,作废,withdrawn,cancelled,canceled"),
    },
    "accepts": {
        "yes": ("是,认可,接受,满意,已认可,同意,yes,y,true,1,accepted,accepts,agreed"),
        "no": ("否,不认可,不接受,不满意,未认可,拒绝,no,n,false,0,rejected,not accepted,declined"),
        "unreachable": (
            "联系不上,无法联系,未接通,无人接听,失联,关机,unreachable,no contact,not reached,"
            "no answer"
        ),
    },
    "liable": {
        "yes": (
            "是,有责,公司有责,属实,成立,全责,yes,y,true,1,liable,upheld,company,at fault,justified"
        ),
        "no": (
            "否,无责,公司无责,不属实,不成立,用户原因,no,n,false,0,not liable,not upheld,"
            "not justified,customer"
        ),
        "undetermined": (
            "未定,待定,无法判定,不明,未判定,undetermined,unknown,open,inconclusive,pending"
        ),
    },
    "class": {
        "complaint": "投诉,抱怨,complaint,grievance",
        "opinion": "意见,opinion,feedback,comment",
        "suggestion": "建议,suggestion,proposal,idea",
        "inquiry": ("咨询,查询,询问,求助,inquiry,enquiry,question,request,information request"),
    },
    "complexity": {
        "simple": "简单,一般,普通,否,不复杂,simple,normal,standard,no",
        "complex": "复杂,较复杂,是,complex,yes,complicated",
        "very_complex": "特别复杂,重大复杂,疑难,very complex,highly complex,major",
    },
    "followup": {
        "manual": "人工,人工回访,电话回访,电话,外呼,manual,phone,call,agent",
        "sms": ("短信,短信回访,自动,自动回访,ivr,sms,automatic,text message,survey"),
        "none": "无,未回访,不回访,none,no,not done",
    },
    "satisfied": {
        "satisfied": (
            "满意,非常满意,很满意,好评,较满意,比较满意,好,satisfied,very satisfied,good,"
            "excellent,positive"
        ),
        "neutral": "一般,中立,基本满意,中评,neutral,average,ok,fair",
        "dissatisfied": (
            "不满意,非常不满意,很不满意,差评,差,较不满意,dissatisfied,very dissatisfied,"
            "unsatisfied,bad,poor,negative"
        ),
        "no_contact": (
            "未联系上,无法联系,未接通,无人接听,未评价,未参评,no contact,no answer,unreachable,"
            "not rated,no response"
        ),
    },
    "watch": {
        "A": "a,a类,A类,敏感,敏感客户",
        "B1": "b1,b1类",
        "B2": "b2,b2类",
        "B": "b,b类",
        "C": "c,c类",
        "D": "d,d类",
    },
    "deviation": {
        "individual": "个体,个体偏差,个别,偶发,individual,isolated,one off",
        "systemic": "系统,系统偏差,系统性,共性,systemic,system,systematic",
    },
    "direction": {
        "in": "呼入,来电,入,接入,in,inbound,incoming,received",
        "out": "呼出,外呼,去电,出,out,outbound,outgoing,made",
    },
    "purpose": {
        "reply": "回复,答复,反馈,reply,response,answer",
        "callback": "回访,call back,callback,call-back,follow up,followup,survey",
        "progress": "进度,进展,催办,告知进度,progress,update,status update",
        "other": "其他,其它,other",
    },
    "tier": {
        "vip": (
            "vip,钻石,钻石卡,白金,金卡,高端,贵宾,全球通,五星,5星,四星,重点,platinum,gold,premium,"
            "diamond,key,high value,enterprise"
        ),
        "standard": ("标准,普通,大众,一般,动感地带,三星,standard,normal,regular,basic,silver"),
        "other": "其他,其它,other,none",
    },
}
"""Words of values by set of codes and code."""
