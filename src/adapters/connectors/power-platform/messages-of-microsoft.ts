import type { Connector } from "../connector.js";

/** Mail, chat and approvals of Microsoft 365; operation names as the connectors publish them. */
export const messagesOfMicrosoft: readonly Connector[] = [
  {
    id: "office365",
    title: "Office 365 Outlook",
    aliases: "office365outlook",
    role: "system-of-record",
    tier: "standard",
    does: {
      read: `OnNewEmail OnNewEmailV2 OnNewEmailV3 OnNewMentionMeEmail OnNewMentionMeEmailV2 OnNewMentionMeEmailV3 OnFlaggedEmail OnFlaggedEmailV2
        OnFlaggedEmailV3 SharedMailboxOnNewEmail SharedMailboxOnNewEmailV2 OnUpcomingEvents OnUpcomingEventsV2 OnUpcomingEventsV3
        CalendarGetOnNewItems CalendarGetOnNewItemsV2 CalendarGetOnNewItemsV3 CalendarGetOnUpdatedItems CalendarGetOnUpdatedItemsV2
        CalendarGetOnUpdatedItemsV3 CalendarGetOnChangedItems CalendarGetOnChangedItemsV2 CalendarGetOnChangedItemsV3 GetEmails GetEmailsV2 GetEmailsV3
        GetEmail GetEmailV2 GetAttachment GetAttachment_V2 ExportEmail ExportEmail_V2 CalendarGetItems CalendarGetItem CalendarGetTables
        CalendarGetTables_V2 V2CalendarGetItems V3CalendarGetItem V4CalendarGetItems GetEventsCalendarViewV2 GetEventsCalendarViewV3
        FindMeetingTimes FindMeetingTimes_V2 GetRooms GetRooms_V2 GetRoomsInRoomList GetRoomsInRoomList_V2 GetRoomLists GetRoomLists_V2
        ContactGetItems ContactGetItems_V2 ContactGetItem ContactGetItem_V2 ContactGetTables GetMailTips GetMailTips_V2 GetSensitivityLabels`,
      send: `SendEmail SendEmailV2 SharedMailboxSendEmail SharedMailboxSendEmailV2 ReplyTo ReplyToV2 ReplyToV3 ForwardEmail ForwardEmail_V2
        RespondToEvent RespondToEvent_V2 post:/v2/Mail post:/Mail`,
      ask: "SendMailWithOptions SendApprovalMail SendApprovalEmail",
      create: `CalendarPostItem V2CalendarPostItem V3CalendarPostItem V4CalendarPostItem ContactPostItem ContactPostItem_V2 DraftEmail`,
      change: `CalendarPatchItem V3CalendarPatchItem V4CalendarPatchItem ContactPatchItem ContactPatchItem_V2 MarkAsRead MarkAsRead_V2 MarkAsRead_V3 Move
        MoveV2 Flag Flag_V2 AssignCategory AssignCategoryBulk SetAutomaticRepliesSetting SetAutomaticRepliesSetting_V2 UpdateMyContactPhoto`,
      delete:
        "DeleteEmail DeleteEmail_V2 CalendarDeleteItem CalendarDeleteItem_V2 ContactDeleteItem ContactDeleteItem_V2",
      request: "HttpRequest",
    },
  },
  {
    id: "outlook",
    title: "Outlook.com",
    role: "system-of-record",
    tier: "standard",
    does: {
      read: "OnNewEmail OnNewEmailV2 OnFlaggedEmail GetEmails GetEmailsV2 GetEmail GetAttachment CalendarGetItems V2CalendarGetItems ContactGetItems",
      send: "SendEmail SendEmailV2 ReplyTo ReplyToV3 ForwardEmail",
      ask: "SendMailWithOptions SendApprovalMail",
      create: "CalendarPostItem V2CalendarPostItem ContactPostItem",
      change: "CalendarPatchItem V2CalendarPatchItem ContactPatchItem MarkAsRead Move Flag",
      delete: "DeleteEmail CalendarDeleteItem ContactDeleteItem",
    },
  },
  {
    id: "teams",
    title: "Microsoft Teams",
    role: "channel",
    tier: "standard",
    does: {
      read: `GetAllTeams GetTeam GetChannelsForGroup GetAllChannelsForTeam GetChannel GetMessagesFromChannel GetMessageDetails GetMessagesFromChat
        ListRepliesToMessage GetChats ListChats ListMembers GetTagsForTeam GetTags GetTagMembers OnNewChannelMessage OnNewChannelMessageMentioningMe
        OnGroupMembershipAdd OnGroupMembershipRemoval WebhookChatMessageTrigger WebhookNewMessageTrigger WebhookAtMentionTrigger WebhookKeywordTrigger
        TeamsCardTrigger AtMentionUser AtMentionTag TeamsWebhookTrigger WebhookMessageReactionTrigger`,
      send: `PostMessageToConversation PostCardToConversation PostMessageToChannel PostMessageToChannelV2 PostMessageToChannelV3 ReplyWithMessageToConversation
        ReplyWithCardToConversation PostReplyToMessage PostReplyToMessageV2 PostUserNotification PostChannelNotification PostUserAdaptiveCard
        PostChannelAdaptiveCard UpdateCardInConversation UpdateUserAdaptiveCard UpdateChannelAdaptiveCard PostFeedNotification PostMessageToSelf
        SendMessageToFlowUser`,
      ask: `SubscribeUserFlowContinuation SubscribeChannelFlowContinuation PostCardAndWaitForResponse SubscribeUserMessageWithOptions
        SubscribeChannelMessageWithOptions`,
      create: "CreateATeam CreateChannel CreateChat CreateTeamsMeeting CreateTag",
      grant: "AddMemberToTeam AddMemberToChannel AddMemberToTag AddMemberToChat",
      delete: "DeleteTag DeleteTagMember RemoveMemberFromChannel",
      request: "HttpRequest",
    },
  },
  {
    id: "approvals",
    title: "Approvals",
    role: "channel",
    tier: "standard",
    does: {
      read: "WaitForAnApproval GetApproval OnApprovalCreated",
      create: "CreateAnApproval",
      ask: "StartAndWaitForAnApproval",
      change: "RespondToApproval CancelApproval",
    },
  },
  {
    id: "office365groupsmail",
    title: "Office 365 Groups Mail",
    role: "channel",
    tier: "standard",
    does: { read: "ListConversations ListThreads ListPosts OnNewEmail", send: "ReplyToThread CreateConversation" },
  },
  {
    id: "yammer",
    title: "Viva Engage",
    role: "channel",
    tier: "standard",
    does: { read: "GetAllMessages GetMessagesInGroup OnNewMessageInGroup", send: "PostMessage PostMessageV2" },
  },
];
